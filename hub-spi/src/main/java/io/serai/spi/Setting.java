package io.serai.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one component of a settings record to people: in `hub check`, in the generated documentation and in editors.
 *
 * @since 1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

    /** One sentence on what the setting does. */
    String value();

    /** Whether a connection without it is refused by the check. */
    boolean required() default false;

    /** Whether its value is a secret that must never be printed. */
    boolean secret() default false;

    /** The default as it would be written in YAML; empty for none. */
    String defaultValue() default "";
}
