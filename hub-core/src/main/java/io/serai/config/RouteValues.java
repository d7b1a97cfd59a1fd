package io.serai.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What <code>{{…}}</code> means in routes: names of {@code application.properties}, {@code env:NAME}, {@code file:PATH} in the home.
 */
final class RouteValues {

    /** Where names are given. */
    static final String FILE = "application.properties";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(.*?)}}");

    /** Functions of Camel that read more than the home gives. */
    private static final Set<String> FUNCTIONS = Set.of(
            "sys",
            "service",
            "service.name",
            "service.host",
            "service.port",
            "bean",
            "ref",
            "base64",
            "secret",
            "configmap",
            "configmap-binary",
            "secret-binary",
            "aws",
            "gcp",
            "azure",
            "hashicorp",
            "ibm",
            "cyberark",
            "springcloud");

    private final Placeholders placeholders;
    private final Problems problems;
    private final Map<String, String> properties = new TreeMap<>();
    private boolean readable = true;

    private RouteValues(Placeholders placeholders, Problems problems) {
        this.placeholders = placeholders;
        this.problems = problems;
    }

    /** Reads {@code application.properties} of the home, and says what is wrong in it. */
    static RouteValues read(Path home, Placeholders placeholders, Problems problems) {
        RouteValues values = new RouteValues(placeholders, problems);
        Path file = home.resolve(FILE);
        if (Files.isRegularFile(file)) {
            try {
                values.file(Files.readString(file, StandardCharsets.UTF_8));
            } catch (IOException | IllegalArgumentException e) {
                values.readable = false;
                problems.error(
                        new Position(FILE, 1, 1),
                        "The file cannot be read as names and values.",
                        "Write name=value, as UTF-8.");
            }
        }
        return values;
    }

    private void file(String text) throws IOException {
        Properties read = new Properties();
        read.load(new StringReader(text));
        read.stringPropertyNames().forEach(name -> properties.put(name, read.getProperty(name)));
        properties.forEach((name, value) -> {
            YamlScalar scalar = new YamlScalar(place(text, name), YamlScalar.Kind.TEXT, value, value);
            RouteSafety.checkText(scalar, problems);
            check(scalar);
        });
    }

    /** The same with more names, such as the properties of a kamelet. */
    RouteValues with(Set<String> names) {
        RouteValues more = new RouteValues(placeholders, problems);
        more.properties.putAll(properties);
        names.forEach(name -> more.properties.put(name, ""));
        more.readable = readable;
        return more;
    }

    private static Position place(String text, String name) {
        Pattern start = Pattern.compile("^\\s*" + Pattern.quote(name) + "\\s*[=: ]");
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (start.matcher(line).find()) {
                return new Position(FILE, number, 1);
            }
        }
        return new Position(FILE, 1, 1);
    }

    /** Says which placeholders of a file of routes nothing gives. */
    void check(YamlNode node) {
        if (node instanceof YamlMap map) {
            map.entries().forEach(entry -> check(entry.value()));
        } else if (node instanceof YamlList list) {
            list.items().forEach(this::check);
        } else {
            scalar((YamlScalar) node);
        }
    }

    private void scalar(YamlScalar scalar) {
        Matcher matcher = PLACEHOLDER.matcher(scalar.written());
        while (matcher.find()) {
            String inside = matcher.group(1).strip();
            placeholder(inside.replaceFirst("^[?!]", ""), scalar.at(matcher.start()));
        }
    }

    private void placeholder(String inside, Position position) {
        int colon = inside.indexOf(':');
        String first = colon < 0 ? inside : inside.substring(0, colon).strip();
        if (first.equals("env") || first.equals("file")) {
            placeholders.inRoute(inside, position, problems);
        } else if (FUNCTIONS.contains(first) && colon >= 0) {
            problems.error(
                    position,
                    "\"{{" + inside + "}}\" reads what the home does not hold, which is not allowed in a route.",
                    "Write \"{{env:NAME}}\", or a name of " + FILE + ".");
        } else if (colon < 0 && readable && !properties.containsKey(first)) {
            Set<String> names = new TreeSet<>(properties.keySet());
            problems.error(
                    position,
                    "The placeholder \"{{" + first + "}}\" is not known.",
                    Suggestion.nearest(first, names)
                            .map(near -> "Did you mean \"{{" + near + "}}\"?")
                            .orElse("Write " + first + "=… into " + FILE + ", or \"{{env:NAME}}\" here."));
        }
    }
}
