package io.serai.camel;

import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.engine.DefaultClassResolver;

/**
 * Classes by name: those that Camel and its components need to run, and plain values. A route that names another class gets
 * nothing, whichever of Camel's many ways it tries.
 */
final class AllowedClasses extends DefaultClassResolver {

    private static final List<String> CAMEL = List.of("org.apache.camel.", "org.quartz.");

    private static final List<String> CALLING = List.of(
            "org.apache.camel.component.bean.",
            "org.apache.camel.component.beanclass.",
            "org.apache.camel.component.exec.",
            "org.apache.camel.component.language.",
            "org.apache.camel.component.controlbus.",
            "org.apache.camel.component.xslt.",
            "org.apache.camel.language.bean.",
            "org.apache.camel.language.groovy.",
            "org.apache.camel.language.joor.",
            "org.apache.camel.language.js.",
            "org.apache.camel.language.python.");

    private static final Set<String> VALUES = Set.of(
            "boolean",
            "int",
            "long",
            "double",
            "byte[]",
            "[B",
            "Object",
            "String",
            "Boolean",
            "Integer",
            "Long",
            "Double",
            "java.lang.Object",
            "java.lang.String",
            "java.lang.Boolean",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Double",
            "java.lang.Number",
            "java.math.BigDecimal",
            "java.util.Map",
            "java.util.List",
            "java.util.Set",
            "java.util.Date",
            "java.util.LinkedHashMap",
            "java.util.HashMap",
            "java.util.ArrayList",
            "java.io.InputStream",
            "java.io.Reader",
            "java.io.File",
            "java.lang.Exception",
            "java.lang.Throwable",
            "java.lang.RuntimeException",
            "java.io.IOException",
            "java.net.ConnectException",
            "java.net.SocketException",
            "java.net.SocketTimeoutException",
            "java.net.UnknownHostException",
            "java.lang.IllegalArgumentException",
            "java.lang.IllegalStateException");

    AllowedClasses(CamelContext context) {
        super(context);
    }

    @Override
    protected Class<?> loadClass(String name, ClassLoader loader) {
        return allowed(name) ? super.loadClass(name, loader) : null;
    }

    private static boolean allowed(String name) {
        return VALUES.contains(name)
                || CAMEL.stream().anyMatch(name::startsWith) && CALLING.stream().noneMatch(name::startsWith);
    }
}
