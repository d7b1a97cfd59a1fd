package io.serai.connector;

import io.serai.spi.ConnectorInfo;
import io.serai.spi.ConnectorProvider;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * One folder with the jars of a plugin. A jar's manifest may say {@code Serai-Spi: 1}, the major version of the contract it
 * was built for, and {@code Serai-Shares: org.apache.camel} to get the hub's Camel instead of bringing its own.
 */
final class PluginFolder {

    private static final List<String> ALWAYS_SHARED = List.of("io.serai.spi.", "org.slf4j.");
    private static final String CAMEL = "org.apache.camel.";

    private final Path folder;
    private final List<String> shared = new ArrayList<>(ALWAYS_SHARED);

    PluginFolder(Path folder) {
        this.folder = folder;
    }

    /** The providers in its jars; none without jars. */
    List<ConnectorProvider<?>> providers() throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(folder)) {
            jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
        if (jars.isEmpty()) {
            return List.of();
        }
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            readManifest(jar);
            urls.add(jar.toUri().toURL());
        }
        PluginClassLoader loader = new PluginClassLoader(
                String.valueOf(folder.getFileName()),
                urls.toArray(URL[]::new),
                PluginFolder.class.getClassLoader(),
                shared);
        List<ConnectorProvider<?>> providers = new ArrayList<>();
        try {
            ServiceLoader.load(ConnectorProvider.class, loader).forEach(providers::add);
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new InvalidConnectorException(
                    "The plugin \"" + folder.getFileName() + "\" cannot be loaded: " + Wording.sentence(e)
                            + " A plugin brings every library it uses, or shares Camel by \"Serai-Shares: org.apache.camel\""
                            + " in its manifest.",
                    e);
        }
        if (providers.isEmpty()) {
            throw new InvalidConnectorException("The plugin \"" + folder.getFileName()
                    + "\" has jars but no connector: one of them must name its provider in"
                    + " META-INF/services/io.serai.spi.ConnectorProvider.");
        }
        return providers;
    }

    private void readManifest(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            if (manifest == null) {
                return;
            }
            Attributes attributes = manifest.getMainAttributes();
            String major = attributes.getValue("Serai-Spi");
            if (major != null && !major.strip().equals(String.valueOf(ConnectorInfo.SPI_MAJOR))) {
                throw new InvalidConnectorException("The plugin \"" + folder.getFileName() + "\" was built for version "
                        + major.strip() + " of the connector contract, and this hub has version "
                        + ConnectorInfo.SPI_MAJOR + ": install a release of the plugin that fits.");
            }
            String shares = attributes.getValue("Serai-Shares");
            if (shares != null && !(shares.strip() + ".").equals(CAMEL)) {
                throw new InvalidConnectorException("The plugin \"" + folder.getFileName() + "\" asks to share \""
                        + shares.strip() + "\", which the hub does not share: Serai-Shares in the manifest of "
                        + jar.getFileName() + " can be org.apache.camel; bring every other library along.");
            }
            if (shares != null) {
                shared.add(CAMEL);
            }
        }
    }
}
