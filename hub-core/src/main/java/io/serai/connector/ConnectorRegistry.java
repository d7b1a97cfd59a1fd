package io.serai.connector;

import io.serai.spi.ConnectorProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every connector that is installed. One that cannot be used is left out and named in {@link #problems}: it must not stop
 * the others. Immutable once loaded.
 */
public final class ConnectorRegistry {

    private static final String FILE = "connector.yaml";

    private final DefinitionReader reader;
    private final Map<String, ConnectorFactory> factories = new TreeMap<>();
    private final Map<String, String> origins = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> brokenJars = new TreeMap<>();

    private ConnectorRegistry(DefinitionReader reader) {
        this.reader = reader;
    }

    /**
     * Finds all connectors: those on the class path, {@code connectors/} and {@code plugins/} of the installation, and
     * {@code plugins/} of the home.
     *
     * @param install the installation's folder; empty when there is none
     * @param home the hub home
     * @param reader reads a {@code connector.yaml}
     */
    public static ConnectorRegistry load(Optional<Path> install, Path home, DefinitionReader reader) {
        ConnectorRegistry registry = new ConnectorRegistry(reader);
        registry.builtIn();
        install.ifPresent(folder -> registry.folders(folder.resolve("connectors"), false));
        Stream.concat(install.stream(), Stream.of(home))
                .map(folder -> folder.resolve("plugins").toAbsolutePath().normalize())
                .distinct()
                .forEach(folder -> registry.folders(folder, true));
        return registry;
    }

    /** The connector of that name. */
    public Optional<ConnectorFactory> find(String name) {
        return Optional.ofNullable(factories.get(name));
    }

    /** The settings that a connector keeps secret, by name; none when it is not installed. */
    public Set<String> secrets(String connector) {
        return find(connector).stream()
                .flatMap(factory -> factory.settings().stream())
                .filter(SettingInfo::secret)
                .map(SettingInfo::name)
                .collect(Collectors.toSet());
    }

    /** All connectors by name. */
    public List<ConnectorFactory> all() {
        return List.copyOf(factories.values());
    }

    /** Where a connector comes from: {@code the hub}, or its folder. */
    public String origin(String name) {
        return origins.get(name);
    }

    /** What keeps installed connectors from being used, one sentence or more each. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** What keeps the jars of plugins from being used, by the name of the plugin's folder. */
    public Map<String, String> brokenJars() {
        return Map.copyOf(brokenJars);
    }

    private void builtIn() {
        try {
            ServiceLoader.load(ConnectorProvider.class, ConnectorRegistry.class.getClassLoader())
                    .forEach(provider -> add(factory(provider), "the hub"));
        } catch (ServiceConfigurationError | LinkageError e) {
            problems.add("A connector of the hub cannot be loaded: " + Wording.sentence(e));
        }
    }

    private void folders(Path parent, boolean jars) {
        if (!Files.isDirectory(parent)) {
            return;
        }
        List<Path> folders;
        try (Stream<Path> inside = Files.list(parent)) {
            folders = inside.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            problems.add("The folder \"" + parent + "\" cannot be read: " + Wording.sentence(e));
            return;
        }
        folders.forEach(folder -> folder(folder, jars));
    }

    private void folder(Path folder, boolean jars) {
        try {
            if (Files.isRegularFile(folder.resolve(FILE))) {
                add(new DeclarativeFactory(reader.read(folder.resolve(FILE))), folder.toString());
            }
        } catch (InvalidConnectorException e) {
            problems.add(e.getMessage());
        } catch (RuntimeException e) {
            problems.add(unusable(folder, e));
        }
        if (jars) {
            jars(folder);
        }
    }

    private void jars(Path folder) {
        try {
            for (ConnectorProvider<?> provider : new PluginFolder(folder).providers()) {
                add(factory(provider), folder.toString());
            }
        } catch (InvalidConnectorException e) {
            broken(folder, e.getMessage());
        } catch (IOException | RuntimeException | LinkageError e) {
            broken(folder, unusable(folder, e));
        }
    }

    private void broken(Path folder, String message) {
        problems.add(message);
        brokenJars.put(folder.getFileName().toString(), message);
    }

    private static String unusable(Path folder, Throwable e) {
        return "The plugin in \"" + folder + "\" cannot be used: " + Wording.sentence(e);
    }

    private static ConnectorFactory factory(ConnectorProvider<?> provider) {
        return new JavaConnectorFactory<>(provider);
    }

    private void add(ConnectorFactory factory, String origin) {
        String name = factory.info().name();
        if (factories.putIfAbsent(name, factory) != null) {
            problems.add("The connector \"" + name + "\" is installed twice, by " + origins.get(name) + " and by "
                    + origin + "; the first is used. Remove or rename one.");
            return;
        }
        origins.put(name, origin);
    }
}
