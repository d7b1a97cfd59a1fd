package io.serai.connector;

import io.serai.spi.Connector;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Set;

/** Lets a plugin's code run with the plugin's class loader as the thread's own, which libraries such as JAXB look at. */
final class PluginCalls {

    private PluginCalls() {}

    /** The connector itself when it is part of the hub, else the same with its class loader set around each call. */
    static Connector around(Connector connector) {
        ClassLoader loader = connector.getClass().getClassLoader();
        if (!(loader instanceof PluginClassLoader)) {
            return connector;
        }
        Set<Class<?>> interfaces = new LinkedHashSet<>();
        for (Class<?> type = connector.getClass(); type != null; type = type.getSuperclass()) {
            for (Class<?> implemented : type.getInterfaces()) {
                if (Connector.class.isAssignableFrom(implemented)) {
                    interfaces.add(implemented);
                }
            }
        }
        return (Connector)
                Proxy.newProxyInstance(loader, interfaces.toArray(Class<?>[]::new), (proxy, method, arguments) -> {
                    Thread thread = Thread.currentThread();
                    ClassLoader before = thread.getContextClassLoader();
                    thread.setContextClassLoader(loader);
                    try {
                        return method.invoke(connector, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        thread.setContextClassLoader(before);
                    }
                });
    }
}
