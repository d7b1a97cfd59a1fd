package io.serai.camel;

import io.serai.config.RouteVocabulary;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.engine.DefaultClassResolver;

/**
 * Classes by name: those that Camel and its components need to run, and plain values. A route that names another class gets
 * nothing, whichever of Camel's many ways it tries.
 */
final class AllowedClasses extends DefaultClassResolver {

    AllowedClasses(CamelContext context) {
        super(context);
    }

    @Override
    protected Class<?> loadClass(String name, ClassLoader loader) {
        return RouteVocabulary.allowsClass(name) ? super.loadClass(name, loader) : null;
    }
}
