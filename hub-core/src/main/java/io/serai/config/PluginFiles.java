package io.serai.config;

import io.serai.connector.ConnectorDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is wrong with the plugins of a home: their {@code connector.yaml}, and what their jars say of themselves. A mistake in a plugin
 * that a connection uses is an error; in one that nobody uses it is a warning, and everything else works.
 */
final class PluginFiles {

    private static final String FOLDER = "plugins";
    private static final Pattern NAME = Pattern.compile("(?m)^name:\\s*[\"']?([A-Za-z0-9_-]+)");

    private final Path home;
    private final Map<String, List<Problem>> wrong = new LinkedHashMap<>();
    private final Map<String, Set<String>> names = new LinkedHashMap<>();

    private PluginFiles(Path home) {
        this.home = home;
    }

    /** @param jars what is wrong with jars, by the name of the plugin's folder */
    static PluginFiles read(Path home, Map<String, String> jars) {
        PluginFiles plugins = new PluginFiles(home);
        plugins.folders().forEach(plugins::connector);
        jars.forEach((plugin, message) -> plugins.wrong(
                plugin,
                List.of(new Problem(Problem.Severity.ERROR, new Position(FOLDER + "/" + plugin, 1, 1), message, "")),
                Set.of(plugin)));
        return plugins;
    }

    private List<String> folders() {
        Path folder = home.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(plugin -> Files.isRegularFile(plugin.resolve("connector.yaml")))
                    .map(plugin -> plugin.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private void connector(String plugin) {
        String file = FOLDER + "/" + plugin + "/connector.yaml";
        Problems problems = new Problems();
        Set<String> named = new HashSet<>(Set.of(plugin));
        try {
            byte[] bytes = Files.readAllBytes(home.resolve(file));
            Optional<ConnectorDefinition> definition = ConnectorFile.read(file, bytes, problems);
            Matcher name = NAME.matcher(new String(bytes, StandardCharsets.UTF_8));
            if (definition.isEmpty() && name.find()) {
                named.add(name.group(1));
            }
        } catch (IOException e) {
            problems.error(new Position(file, 1, 1), "The file cannot be read.", "Look at its permissions.");
        }
        if (!problems.sorted().isEmpty()) {
            wrong(plugin, problems.sorted(), named);
        }
    }

    private void wrong(String plugin, List<Problem> problems, Set<String> connectors) {
        wrong.merge(plugin, problems, (one, other) -> Stream.concat(one.stream(), other.stream())
                .toList());
        names.merge(plugin, connectors, (one, other) -> {
            Set<String> both = new HashSet<>(one);
            both.addAll(other);
            return both;
        });
    }

    /** Whether a connector would be there if its plugin had no mistake. */
    boolean brings(String connector) {
        return names.values().stream().anyMatch(named -> named.contains(connector));
    }

    /** Says what is wrong, once it is known which connectors the connections use. */
    void report(Collection<String> used, Problems problems) {
        wrong.forEach((plugin, found) -> {
            boolean needed = names.get(plugin).stream().anyMatch(used::contains);
            for (Problem problem : found) {
                problems.add(new Problem(
                        needed ? problem.severity() : Problem.Severity.WARNING,
                        problem.position(),
                        problem.message(),
                        problem.hint()));
            }
        });
    }
}
