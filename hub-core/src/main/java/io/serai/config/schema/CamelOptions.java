package io.serai.config.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** What an installed component of Camel can be told, read from its jar. No class of Camel is loaded. */
final class CamelOptions {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CamelOptions() {}

    /** The parameters of an endpoint of that scheme; empty when the component is not installed. */
    static Optional<Shape> of(String scheme, boolean from) {
        return described(scheme).map(component -> parameters(component, from));
    }

    private static Optional<JsonNode> described(String scheme) {
        ClassLoader loader = CamelOptions.class.getClassLoader();
        try (InputStream service =
                loader.getResourceAsStream("META-INF/services/org/apache/camel/component/" + scheme)) {
            if (service == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(service);
            String type = properties.getProperty("class", "");
            String folder = type.replaceFirst("\\.[^.]*$", "").replace('.', '/');
            try (InputStream json = loader.getResourceAsStream("META-INF/" + folder + "/" + scheme + ".json")) {
                return json == null ? Optional.empty() : Optional.of(JSON.readTree(json));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("What the component \"" + scheme + "\" can be told cannot be read", e);
        }
    }

    private static Shape parameters(JsonNode component, boolean from) {
        Shape parameters = Shape.of("object")
                .means(component.at("/component/title").asText() + ": "
                        + CamelYaml.sentence(
                                component.at("/component/description").asText()));
        List<String> prefixes = new ArrayList<>();
        component.get("properties").properties().forEach(property -> {
            JsonNode option = property.getValue();
            String label = "," + option.path("label").asText() + ",";
            boolean elsewhere = label.contains(from ? ",producer" : ",consumer")
                    && !label.contains(from ? ",consumer" : ",producer");
            if (!elsewhere) {
                parameters.key(property.getKey(), value(option));
                if (option.path("multiValue").asBoolean()) {
                    prefixes.add(Pattern.quote(option.path("prefix").asText()));
                }
            }
        });
        if (!component.at("/component/lenientProperties").asBoolean() && prefixes.isEmpty()) {
            parameters.with("additionalProperties", false);
        } else if (!component.at("/component/lenientProperties").asBoolean()) {
            List<String> plain = prefixes.stream()
                    .map(quoted -> quoted.substring(2, quoted.length() - 2).replace(".", "\\."))
                    .toList();
            parameters
                    .with("additionalProperties", false)
                    .with(
                            "patternProperties",
                            java.util.Map.of(
                                    "^(" + String.join("|", plain) + ")",
                                    Shape.reference("text").json()));
        }
        return parameters;
    }

    private static Shape value(JsonNode option) {
        String type = option.path("type").asText();
        List<String> words = new ArrayList<>();
        option.path("enum").forEach(word -> words.add(word.asText()));
        Shape value = Shape.any();
        if (!words.isEmpty()) {
            value.with(
                    "anyOf",
                    List.of(
                            Shape.any().with("enum", words).json(),
                            Shape.reference("filled in").json()));
        } else {
            value.with(
                    "allOf",
                    List.of(Shape.reference(type.equals("boolean") ? "flag" : "text")
                            .json()));
        }
        value.means(CamelYaml.sentence(option.path("description").asText()));
        String usual = option.path("defaultValue").asText();
        return usual.isEmpty() ? value : value.usually(usual);
    }
}
