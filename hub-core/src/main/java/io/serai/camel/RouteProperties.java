package io.serai.camel;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertiesComponent;
import org.apache.camel.spi.PropertiesFunction;

/** What {@code {{...}}} means in routes: names of {@code application.properties}, {@code env:NAME} and {@code file:PATH}. */
record RouteProperties(Path home, Map<String, String> environment) {

    private static final String FILE = "application.properties";
    private static final int MOST_BYTES = 64 << 10;

    /** Functions of Camel that read more than the home gives. */
    private static final List<String> REFUSED =
            List.of("sys", "service", "service.name", "service.host", "service.port", "bean");

    void into(CamelContext context) {
        PropertiesComponent component = context.getPropertiesComponent();
        component.addPropertiesFunction(function("env", this::variable));
        component.addPropertiesFunction(function("file", this::content));
        REFUSED.forEach(name -> component.addPropertiesFunction(function(name, RouteProperties::refuse)));
        Path path = home.resolve(FILE);
        if (Files.exists(path)) {
            component.setInitialProperties(properties(path));
        }
    }

    private static String refuse(String name) {
        throw new IllegalArgumentException("A placeholder of a route gives names of " + FILE
                + ", env:NAME and file:PATH only, not \"" + name + "\".");
    }

    private static Properties properties(Path path) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new RouteProblemsException("The file " + FILE + " cannot be read: " + e.getMessage());
        }
        return properties;
    }

    private String variable(String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The environment variable \"" + name + "\" is not set.");
        }
        return value;
    }

    private String content(String name) {
        Path path = home.resolve(name).normalize();
        boolean outside = !path.startsWith(home.normalize());
        try {
            if (outside || !Files.isRegularFile(path) || Files.size(path) > MOST_BYTES) {
                throw new IllegalArgumentException("The file \"" + name
                        + "\" of a placeholder is not there, outside the home, or larger than 64 KB.");
            }
            return Files.readString(path).replaceFirst("\\R\\z", "");
        } catch (IOException e) {
            throw new IllegalArgumentException("The file \"" + name + "\" of a placeholder cannot be read as text.");
        }
    }

    private static PropertiesFunction function(String name, UnaryOperator<String> value) {
        return new PropertiesFunction() {
            @Override
            public String getName() {
                return name;
            }

            @Override
            public String apply(String remainder) {
                return value.apply(remainder);
            }
        };
    }
}
