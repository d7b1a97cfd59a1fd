package io.serai.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the files of a home and reads them as YAML; says which files nobody reads. */
final class HomeFiles {

    static final String ROUTE = ".camel.yaml";
    static final String YAML = ".yaml";
    private static final Set<String> CONFIG_FILES = Set.of("hub.yaml", "identity.yaml", "traits.yaml");
    private static final Set<String> CONFIG_FOLDERS = Set.of("connections", "mappings", "segments");

    private final Path home;
    private final Problems problems;

    HomeFiles(Path home, Problems problems) {
        this.home = home;
        this.problems = problems;
    }

    /**
     * Warns about what lies in config/ and is not read.
     *
     * @param used files that placeholders name, absolute
     */
    void strangers(Set<Path> used) {
        for (Path entry : list(home.resolve("config"))) {
            String name = entry.getFileName().toString();
            boolean folder = Files.isDirectory(entry);
            Path absolute = entry.toAbsolutePath().normalize();
            boolean named = used.stream().anyMatch(file -> file.startsWith(absolute));
            if (!named && !(folder ? CONFIG_FOLDERS : CONFIG_FILES).contains(name)) {
                String known = Suggestion.nearest(name, folder ? CONFIG_FOLDERS : CONFIG_FILES)
                        .map(near -> "Did you mean \"" + near + "\"?")
                        .orElse("");
                problems.warning(start(entry), "Nothing reads this " + (folder ? "folder." : "file."), known);
            }
        }
    }

    /** A file's tree, placeholders as written; empty when it is absent or not YAML. */
    Optional<YamlNode> read(String file) {
        Path path = home.resolve(file);
        if (!isFile(path)) {
            return Optional.empty();
        }
        try {
            return YamlReader.read(file, Files.readAllBytes(path), problems);
        } catch (IOException e) {
            problems.error(new Position(file, 1, 1), "The file cannot be read.", "Look at its permissions.");
            return Optional.empty();
        }
    }

    /**
     * The files of a folder by name, in order; the tree is absent from the map's value when a file is not YAML.
     *
     * @param extension what file names end with; other files are warned about
     */
    Map<String, Optional<YamlNode>> folder(String folder, String extension) {
        Map<String, Optional<YamlNode>> files = new LinkedHashMap<>();
        Map<String, String> names = new TreeMap<>();
        for (Path entry : list(home.resolve(folder))) {
            String file = entry.getFileName().toString();
            if (!file.endsWith(extension)) {
                problems.warning(start(entry), "Nothing reads this.", "Files here end in " + extension + ".");
            } else if (isFile(entry)) {
                name(entry, file.substring(0, file.length() - extension.length()))
                        .ifPresent(name -> names.put(name, file));
            }
        }
        names.forEach((name, file) -> files.put(name, read(folder + "/" + file)));
        return files;
    }

    /** What has the name of a file and is none would be taken for absent otherwise, and what it says for the default. */
    private boolean isFile(Path entry) {
        if (Files.isRegularFile(entry)) {
            return true;
        }
        if (Files.isDirectory(entry)) {
            problems.error(start(entry), "This is a folder, and a file is read here.", "Take it away or rename it.");
        } else if (Files.isSymbolicLink(entry)) {
            problems.error(start(entry), "This link leads nowhere.", "Mend it or take it away.");
        }
        return false;
    }

    private Optional<String> name(Path entry, String name) {
        if (!Names.isFileName(name)) {
            problems.error(
                    start(entry),
                    "\"" + name + "\" cannot be a name.",
                    "Use letters, digits, - and _ in the file's name.");
            return Optional.empty();
        }
        return Optional.of(name);
    }

    /** Without hidden files and a folder's README. */
    private List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .filter(entry -> !entry.getFileName().toString().startsWith("README"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.error(start(folder), "The folder cannot be read.", "Look at its permissions.");
            return List.of();
        }
    }

    private Position start(Path entry) {
        return new Position(home.relativize(entry).toString().replace('\\', '/'), 1, 1);
    }
}
