package io.serai.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves {@code {{env:NAME}}} and {@code {{file:PATH}}} in the values of a tree. A path is relative to the home and must
 * stay in it; secrets kept elsewhere are named by an absolute path. The last line break of a file does not count. What was
 * resolved never appears in a message.
 */
public final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(.*?)}}");
    private static final int MOST_BYTES = 64 << 10;

    private final Path home;
    private final Map<String, String> environment;
    private final Set<String> variables = new TreeSet<>();
    private final Set<Path> files = new TreeSet<>();

    /**
     * What the placeholders of a home name, there or not.
     *
     * @param variables of the environment
     * @param files absolute
     */
    public record Named(Set<String> variables, Set<Path> files) {

        public Named {
            variables = Collections.unmodifiableSet(new TreeSet<>(variables));
            files = Collections.unmodifiableSet(new TreeSet<>(files));
        }
    }

    /**
     * @param home the hub home
     * @param environment usually {@link System#getenv()}
     */
    public Placeholders(Path home, Map<String, String> environment) {
        this.home = home.toAbsolutePath().normalize();
        this.environment = Map.copyOf(environment);
    }

    /** What was named so far. */
    Named named() {
        return new Named(variables, files);
    }

    /** The same tree with every placeholder resolved; one that cannot be is a problem at its place and stays as written. */
    public YamlNode resolve(YamlNode node, Problems problems) {
        if (node instanceof YamlMap map) {
            return new YamlMap(
                    map.position(),
                    map.entries().stream()
                            .map(entry ->
                                    new YamlEntry(entry.key(), entry.keyPosition(), resolve(entry.value(), problems)))
                            .toList());
        }
        if (node instanceof YamlList list) {
            return new YamlList(
                    list.position(),
                    list.items().stream().map(item -> resolve(item, problems)).toList());
        }
        return scalar((YamlScalar) node, problems);
    }

    /** Says why {@code env:NAME} or {@code file:PATH} of a route gives nothing; a route reads files of the home only. */
    void inRoute(String placeholder, Position position, Problems problems) {
        if (placeholder.startsWith("file:")) {
            String name = placeholder.substring(5).strip();
            try {
                if (!home.resolve(name).normalize().startsWith(home)) {
                    problems.error(
                            position,
                            "The file \"" + name + "\" is outside the home.",
                            "A route reads files of the home only.");
                    return;
                }
            } catch (InvalidPathException e) {
                problems.error(position, "\"" + name + "\" is not a path.", "A path is relative to the home.");
                return;
            }
        }
        value(placeholder, position, problems);
    }

    private YamlScalar scalar(YamlScalar scalar, Problems problems) {
        if (scalar.kind() != YamlScalar.Kind.TEXT || !scalar.written().contains("{{")) {
            return scalar;
        }
        Matcher matcher = PLACEHOLDER.matcher(scalar.written());
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            Optional<String> value = value(matcher.group(1).strip(), scalar.position(), problems);
            matcher.appendReplacement(text, Matcher.quoteReplacement(value.orElse(matcher.group())));
        }
        matcher.appendTail(text);
        return new YamlScalar(
                scalar.position(), YamlScalar.Kind.TEXT, text.toString(), scalar.written(), scalar.inset());
    }

    private Optional<String> value(String placeholder, Position position, Problems problems) {
        if (placeholder.startsWith("env:")) {
            String name = placeholder.substring(4).strip();
            variables.add(name);
            String value = environment.get(name);
            if (value == null) {
                problems.error(
                        position,
                        "The environment variable \"" + name + "\" is not set.",
                        nearest(name).orElse("Set it before the hub starts."));
            }
            return Optional.ofNullable(value);
        }
        if (placeholder.startsWith("file:")) {
            return file(placeholder.substring(5).strip(), position, problems);
        }
        problems.error(
                position,
                "The placeholder \"{{" + placeholder + "}}\" is not known.",
                "Write \"{{env:NAME}}\" or \"{{file:PATH}}\".");
        return Optional.empty();
    }

    private Optional<String> nearest(String name) {
        return Suggestion.nearest(name, environment.keySet()).map(known -> "Did you mean \"" + known + "\"?");
    }

    private Optional<String> file(String name, Position position, Problems problems) {
        try {
            Path path = home.resolve(name).normalize();
            files.add(path);
            if (!Path.of(name).isAbsolute() && !path.startsWith(home)) {
                problems.error(
                        position,
                        "The file \"" + name + "\" is outside the home.",
                        "Name a file in the home, or write an absolute path.");
                return Optional.empty();
            }
            if (!Files.isRegularFile(path)) {
                problems.error(
                        position, "The file \"" + name + "\" does not exist.", "A path is relative to the home.");
                return Optional.empty();
            }
            if (Files.size(path) > MOST_BYTES) {
                problems.error(position, "The file \"" + name + "\" has more than 64 KB.", "A value is shorter.");
                return Optional.empty();
            }
            return Optional.of(Files.readString(path).replaceFirst("\\R\\z", ""));
        } catch (IOException | InvalidPathException e) {
            problems.error(position, "The file \"" + name + "\" cannot be read as UTF-8 text.");
            return Optional.empty();
        }
    }
}
