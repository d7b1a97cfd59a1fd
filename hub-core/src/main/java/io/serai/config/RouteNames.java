package io.serai.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The names of {@code application.properties}, which routes may use as {@code {{name}}}. */
final class RouteNames {

    static final String FILE = "application.properties";

    private RouteNames() {}

    /** The names that the file of a home defines; none when there is no such file. */
    static Set<String> of(Path home, Problems problems) {
        Path path = home.resolve(FILE);
        if (!Files.isRegularFile(path)) {
            return Set.of();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            problems.error(
                    new Position(FILE, 1, 1),
                    "The file cannot be read as properties in UTF-8.",
                    "Write one name=value on a line, and \\\\ for a backslash.");
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }
}
