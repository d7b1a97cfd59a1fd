package io.serai.connector;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * The classes of one plugin. Looks into the plugin's own jars first and, beyond the JDK, lends only what plugin and hub must
 * share; a plugin brings everything else itself and can bring other versions than the hub has.
 */
final class PluginClassLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader hub;
    private final List<String> shared;

    PluginClassLoader(String name, URL[] jars, ClassLoader hub, List<String> shared) {
        super("plugin " + name, jars, ClassLoader.getPlatformClassLoader());
        this.hub = hub;
        this.shared = shared;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            if (name.startsWith("java.")) {
                return super.loadClass(name, resolve);
            }
            if (shared.stream().anyMatch(name::startsWith)) {
                try {
                    return hub.loadClass(name);
                } catch (ClassNotFoundException onlyInThePlugin) {
                    return findClass(name);
                }
            }
            try {
                return findClass(name);
            } catch (ClassNotFoundException notInThePlugin) {
                return super.loadClass(name, resolve);
            }
        }
    }

    @Override
    public URL getResource(String name) {
        URL own = findResource(name);
        return own != null ? own : super.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        Enumeration<URL> own = findResources(name);
        return own.hasMoreElements() ? own : Collections.enumeration(Collections.list(super.getResources(name)));
    }
}
