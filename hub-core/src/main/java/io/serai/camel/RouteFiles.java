package io.serai.camel;

import io.serai.config.KameletFile;
import io.serai.config.Position;
import io.serai.config.Problems;
import io.serai.config.RouteComponents;
import io.serai.config.RouteSafety;
import io.serai.config.Suggestion;
import io.serai.config.YamlNode;
import io.serai.config.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of {@code routes/}, found safe: {@code NAME.camel.yaml}, each with any number of routes. */
final class RouteFiles {

    private static final String KAMELET = ".kamelet.yaml";

    private final List<RouteFile> files;
    private final Map<String, RouteFile> kamelets;
    private final Map<String, RouteFile> byRoute = new TreeMap<>();

    private RouteFiles(List<RouteFile> files, Map<String, RouteFile> kamelets) {
        this.files = List.copyOf(files);
        this.kamelets = Collections.unmodifiableMap(kamelets);
        files.forEach(file -> file.routes().keySet().forEach(route -> byRoute.put(route, file)));
    }

    /**
     * Reads all route files of a home.
     *
     * @throws RouteProblemsException when one is not safe or not readable, with all that is wrong
     */
    static RouteFiles read(Path home) {
        Problems problems = new Problems();
        RouteComponents allowed = RouteComponents.of(home);
        List<RouteFile> files = new ArrayList<>();
        Map<String, Position> ids = new HashMap<>();
        for (Path path : paths(home.resolve("routes"), ".camel.yaml")) {
            String name = "routes/" + path.getFileName();
            Optional<RouteFile> file = file(name, path, allowed, problems);
            file.ifPresent(files::add);
            file.ifPresent(read -> read.routes().forEach((id, position) -> {
                Position first = ids.putIfAbsent(id, position);
                if (first != null && !first.file().equals(position.file())) {
                    problems.error(
                            position,
                            "The route id \"" + id + "\" is taken by " + first + ".",
                            "Ids are unique in a home.");
                }
            }));
        }
        Map<String, RouteFile> kamelets = kamelets(home, allowed, problems);
        if (problems.errors() > 0) {
            throw new RouteProblemsException(problems.sorted());
        }
        return new RouteFiles(files, kamelets);
    }

    private static Map<String, RouteFile> kamelets(Path home, RouteComponents allowed, Problems problems) {
        Map<String, RouteFile> kamelets = new TreeMap<>();
        for (Path path : paths(home.resolve("kamelets"), KAMELET)) {
            String file = path.getFileName().toString();
            String name = file.substring(0, file.length() - KAMELET.length());
            read("kamelets/" + file, path, problems)
                    .filter(kamelet -> KameletFile.read(name, kamelet.tree(), problems)
                            .map(template -> safe(template.route(), allowed, problems))
                            .isPresent())
                    .ifPresent(kamelet -> kamelets.put(name, kamelet));
        }
        return kamelets;
    }

    private static YamlNode safe(YamlNode tree, RouteComponents allowed, Problems problems) {
        RouteSafety.check(tree, allowed, problems);
        return tree;
    }

    private static Optional<RouteFile> file(String name, Path path, RouteComponents allowed, Problems problems) {
        Optional<RouteFile> file = read(name, path, problems);
        file.ifPresent(read -> safe(read.tree(), allowed, problems));
        return file;
    }

    private static Optional<RouteFile> read(String name, Path path, Problems problems) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (IOException e) {
            problems.error(new Position(name, 1, 1), "The file cannot be read: " + e.getMessage());
            return Optional.empty();
        }
        Optional<YamlNode> tree = YamlReader.read(name, bytes, problems);
        return tree.map(node -> new RouteFile(name, bytes, node));
    }

    private static List<Path> paths(Path folder, String extension) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> path.getFileName().toString().endsWith(extension))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new RouteProblemsException(
                    "The folder " + folder.getFileName() + " cannot be read: " + e.getMessage());
        }
    }

    List<RouteFile> all() {
        return files;
    }

    /** The lines of each by its name. */
    Map<String, List<String>> lines() {
        return files.stream()
                .collect(Collectors.toMap(RouteFile::name, file -> new String(file.bytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList()));
    }

    /** The kamelets by name. */
    Map<String, RouteFile> kamelets() {
        return kamelets;
    }

    /** The ids of all routes. */
    Set<String> ids() {
        return byRoute.keySet();
    }

    /** The ids of the routes of some files. */
    Set<String> ids(Set<String> names) {
        Set<String> ids = new TreeSet<>();
        byRoute.forEach((id, file) -> {
            if (names.contains(file.name())) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** The names of files that are not the same there, or only here, or only there. */
    Set<String> differing(RouteFiles there) {
        Map<String, RouteFile> others = new TreeMap<>();
        there.files.forEach(file -> others.put(file.name(), file));
        Set<String> differing = new TreeSet<>();
        for (RouteFile file : files) {
            RouteFile other = others.remove(file.name());
            if (other == null || !Arrays.equals(file.bytes(), other.bytes())) {
                differing.add(file.name());
            }
        }
        differing.addAll(others.keySet());
        return differing;
    }

    /** Some files and those that say something about the routes of all. */
    Set<String> needed(Set<String> names) {
        Set<String> needed = new TreeSet<>(names);
        files.stream().filter(RouteFile::concernsAll).map(RouteFile::name).forEach(needed::add);
        return needed;
    }

    /** Whether one of these files cannot be swapped alone: it concerns the routes of others, or Camel made more of it. */
    boolean concernAll(Set<String> names) {
        return files.stream()
                .filter(file -> names.contains(file.name()))
                .anyMatch(file -> file.concernsAll() || file.usesKamelets());
    }

    /** The file of a route. */
    Optional<RouteFile> of(String route) {
        return Optional.ofNullable(byRoute.get(route));
    }

    /** Where a route's id stands. */
    Position position(String route) {
        return byRoute.get(route).routes().get(route);
    }

    /**
     * A route and those that it calls by {@code direct:} or {@code seda:}.
     *
     * @throws RouteProblemsException when there is no such route
     */
    Set<String> with(String route) {
        if (!byRoute.containsKey(route)) {
            throw new RouteProblemsException(
                    ("There is no route \"" + route + "\" in routes/. " + Suggestion.hint(route, byRoute.keySet()))
                            .strip());
        }
        Set<String> wanted = new LinkedHashSet<>(Set.of(route));
        Deque<String> open = new ArrayDeque<>(wanted);
        while (!open.isEmpty()) {
            String caller = open.pop();
            Set<String> calls = byRoute.get(caller).internal(caller);
            for (String other : byRoute.keySet()) {
                if (calls.contains(byRoute.get(other).start(other)) && wanted.add(other)) {
                    open.add(other);
                }
            }
        }
        return wanted;
    }
}
