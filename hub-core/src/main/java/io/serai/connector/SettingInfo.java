package io.serai.connector;

/**
 * One setting of a connector, for checks, documentation and editors.
 *
 * @param name as it is written in a connection
 * @param type what its value is, as people say it: {@code text}, {@code number}, {@code list}
 * @param description one sentence, possibly empty
 * @param required whether a connection without it is refused
 * @param secret whether its value must never be printed
 * @param defaultValue as it would be written; empty for none
 * @param shape what its value is, for programs
 */
public record SettingInfo(
        String name,
        String type,
        String description,
        boolean required,
        boolean secret,
        String defaultValue,
        SettingShape shape) {}
