package io.serai.config.schema;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.config.RouteSafety;
import io.serai.config.RouteVocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Camel's own schema of YAML routes, read from its jar and cut to what a route of the hub may use. No class of Camel is loaded. Used
 * once.
 */
final class CamelYaml {

    private static final String RESOURCE = "schema/camelYamlDsl.json";
    private static final String MODEL = "org.apache.camel.model.";
    private static final String REFERENCE = "#/items/definitions/";
    private static final List<String> FORMS = List.of("anyOf", "oneOf", "allOf");
    private static final Pattern FIRST_SENTENCE = Pattern.compile("^(.{20,}?[.])\\s+[A-Z][\\s\\S]*$");

    private final Map<String, Object> definitions;
    private final Set<String> refused = new HashSet<>(RouteSafety.refusedKeys());

    private CamelYaml(Map<String, Object> definitions) {
        this.definitions = definitions;
        refuse("language.ExpressionDefinition", RouteVocabulary.languages());
        refuse("MarshalDefinition", RouteVocabulary.dataFormats());
        refused.remove("language");
        refused.addAll(Set.of("refErrorHandler", "jtaTransactionErrorHandler", "springTransactionErrorHandler"));
    }

    static CamelYaml read() {
        try (InputStream in = CamelYaml.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            Map<String, Object> schema = map(new ObjectMapper().readValue(in, Map.class));
            return new CamelYaml(map(map(schema.get("items")).get("definitions")));
        } catch (IOException e) {
            throw new UncheckedIOException("Camel's schema of routes cannot be read", e);
        }
    }

    /** The name of a definition of Camel's model. */
    static String name(String definition) {
        return MODEL + definition;
    }

    /** The definitions that these names need, those included. */
    Map<String, Object> reachable(List<String> roots) {
        Map<String, Object> found = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            String name = open.pop();
            if (!found.containsKey(name)) {
                Map<String, Object> schema = schema(map(definitions.get(name)), name.endsWith(".ProcessorDefinition"));
                found.put(name, schema == null ? Map.of() : schema);
                references(schema, open);
            }
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> ? (Map<String, Object>) value : Map.of();
    }

    static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /** The first sentence of a description: the rest is Camel's manual. */
    static String sentence(Object description) {
        Matcher first = FIRST_SENTENCE.matcher(String.valueOf(description));
        return first.matches() ? first.group(1) : String.valueOf(description);
    }

    /** Of the keys of which a definition takes one, those that are not allowed. */
    private void refuse(String definition, Set<String> allowed) {
        for (Object group : list(map(definitions.get(name(definition))).get("anyOf"))) {
            for (Object form : list(map(group).get("oneOf"))) {
                list(map(form).get("required")).stream()
                        .map(String.class::cast)
                        .filter(key -> !allowed.contains(key))
                        .forEach(refused::add);
            }
        }
    }

    /** The schema without what is refused; null when nothing of it is allowed. */
    private Map<String, Object> schema(Map<String, Object> schema, boolean steps) {
        if (list(schema.get("required")).stream().anyMatch(refused::contains)) {
            return null;
        }
        Map<String, Object> cut = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : schema.entrySet()) {
            String keyword = entry.getKey();
            if (FORMS.contains(keyword)) {
                List<Object> forms = forms(list(entry.getValue()));
                if (!forms.isEmpty()) {
                    cut.put(keyword, forms);
                }
            } else if (keyword.equals("properties")) {
                cut.put(keyword, properties(map(entry.getValue()), steps));
            } else if (List.of("items", "not").contains(keyword)) {
                Map<String, Object> inner = schema(map(entry.getValue()), false);
                cut.put(keyword, inner == null ? Map.of() : inner);
            } else if (keyword.equals("$ref")) {
                cut.put(keyword, entry.getValue().toString().replace(REFERENCE, "#/definitions/"));
            } else if (keyword.equals("description")) {
                cut.put(keyword, sentence(entry.getValue()));
            } else if (!List.of("title", "deprecated").contains(keyword)) {
                cut.put(keyword, entry.getValue());
            }
        }
        return relaxed(cut);
    }

    private List<Object> forms(List<?> forms) {
        List<Object> allowed = new ArrayList<>();
        for (Object form : forms) {
            Map<String, Object> cut = schema(map(form), false);
            if (cut != null) {
                allowed.add(cut);
            }
        }
        return allowed;
    }

    private Map<String, Object> properties(Map<String, Object> properties, boolean steps) {
        Map<String, Object> allowed = new LinkedHashMap<>();
        properties.forEach((name, value) -> {
            boolean fits = !refused.contains(name)
                    && (!steps || RouteVocabulary.steps().contains(name));
            Map<String, Object> cut = fits ? schema(map(value), false) : null;
            if (cut != null) {
                allowed.put(name, cut);
            }
        });
        return allowed;
    }

    /** Camel reads every value as text, and a placeholder may stand for any: what its schema says of types is too strict. */
    private static Map<String, Object> relaxed(Map<String, Object> schema) {
        Object type = schema.get("type");
        if (schema.containsKey("$ref") && schema.size() > 1) {
            Map<String, Object> beside = new LinkedHashMap<>(schema);
            beside.put("allOf", List.of(Map.of("$ref", beside.remove("$ref"))));
            return beside;
        }
        if (schema.containsKey("enum")) {
            Map<String, Object> words = new LinkedHashMap<>(schema);
            words.remove("type");
            words.put(
                    "anyOf", List.of(Map.of("enum", words.remove("enum")), Map.of("$ref", "#/definitions/filled in")));
            return words;
        }
        String simpler = "boolean".equals(type) ? "flag" : "string".equals(type) || "number".equals(type) ? "text" : "";
        if (simpler.isEmpty()) {
            return schema;
        }
        Map<String, Object> relaxed = new LinkedHashMap<>(schema);
        relaxed.remove("type");
        relaxed.put("allOf", List.of(Map.of("$ref", "#/definitions/" + simpler)));
        return relaxed;
    }

    private static void references(Object value, Deque<String> found) {
        if (value instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String reference && reference.startsWith("#/definitions/" + "org.")) {
                found.push(reference.substring("#/definitions/".length()));
            }
            map.values().forEach(inner -> references(inner, found));
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> references(inner, found));
        }
    }
}
