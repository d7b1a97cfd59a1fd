package io.serai.config.catalog;

import io.serai.config.catalog.Definition.Key;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One definition of the schema of Camel's YAML, in which alternatives are nested, as one flat set of keys. */
final class DefinitionReader {

    private static final String REFERENCE = "#/items/definitions/";

    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private final List<Set<String>> choices = new ArrayList<>();
    private final Function<String, Definition> others;
    private boolean text;

    private DefinitionReader(Function<String, Definition> others) {
        this.others = others;
    }

    static Definition read(String name, Map<String, Object> schema, Function<String, Definition> others) {
        DefinitionReader reader = new DefinitionReader(others);
        reader.keys(schema);
        for (Object alternative : JsonValues.list(schema.get("oneOf"))) {
            Map<String, Object> form = JsonValues.map(alternative);
            reader.text |= JsonValues.text(form, "type").equals("string");
            reader.keys(form);
            reader.groups(form);
        }
        reader.groups(schema);
        JsonValues.list(schema.get("required")).forEach(key -> reader.required.add((String) key));
        return new Definition(
                name,
                reader.text,
                reader.keys,
                reader.required,
                reader.choices,
                JsonValues.text(schema, "description"));
    }

    private void groups(Map<String, Object> schema) {
        JsonValues.list(schema.get("anyOf")).forEach(group -> group(JsonValues.map(group)));
    }

    /** Of several forms one is written: each is a key, or a definition whose keys stand here. */
    private void group(Map<String, Object> group) {
        Set<String> alternatives = new LinkedHashSet<>();
        for (Object alternative : JsonValues.list(group.get("oneOf"))) {
            Map<String, Object> form = JsonValues.map(alternative);
            reference(form).map(others).ifPresent(other -> {
                keys.putAll(other.keys());
                other.choices().forEach(alternatives::addAll);
            });
            keys(form);
            JsonValues.list(form.get("required")).forEach(key -> alternatives.add((String) key));
        }
        if (!alternatives.isEmpty()) {
            choices.add(alternatives);
        }
    }

    private void keys(Map<String, Object> schema) {
        JsonValues.map(schema.get("properties")).forEach((name, value) -> {
            Map<String, Object> property = JsonValues.map(value);
            if (!property.isEmpty() || !keys.containsKey(name)) {
                keys.put(name, key(property));
            }
        });
    }

    private static Key key(Map<String, Object> property) {
        Map<String, Object> items = JsonValues.map(property.get("items"));
        Map<String, Object> wrapper = JsonValues.map(items.get("properties"));
        Object inner = wrapper.size() == 1 ? wrapper.values().iterator().next() : items;
        return new Key(
                JsonValues.text(property, "type"),
                JsonValues.list(property.get("enum")).stream()
                        .map(String::valueOf)
                        .toList(),
                reference(items.isEmpty() ? property : JsonValues.map(inner)),
                !items.isEmpty(),
                wrapper.size() == 1,
                JsonValues.text(property, "default"),
                JsonValues.text(property, "description"));
    }

    private static Optional<String> reference(Map<String, Object> schema) {
        String reference = JsonValues.text(schema, "$ref");
        return reference.startsWith(REFERENCE)
                ? Optional.of(reference.substring(REFERENCE.length()))
                : Optional.empty();
    }
}
