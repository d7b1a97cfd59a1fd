package io.serai.config.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON Schema of draft 7 that is being put together; each method answers the same shape. Not thread-safe. */
final class Shape {

    private final Map<String, Object> keywords = new LinkedHashMap<>();
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();
    private final List<Object> all = new ArrayList<>();

    /** Anything at all. */
    static Shape any() {
        return new Shape();
    }

    static Shape of(String type) {
        return new Shape().with("type", type);
    }

    /** A map whose keys are those that are named; see {@link #open} for others. */
    static Shape map() {
        return of("object").with("additionalProperties", false);
    }

    /** One of several shapes, or more than one of them. */
    static Shape anyOf(Shape... shapes) {
        return new Shape()
                .with("anyOf", java.util.Arrays.stream(shapes).map(Shape::json).toList());
    }

    /** A shape that stands under {@code definitions}. */
    static Shape reference(String definition) {
        return new Shape().with("$ref", "#/definitions/" + definition);
    }

    /** Exactly one of these keys. */
    Shape exactlyOne(Collection<String> keys) {
        return with(
                "oneOf",
                keys.stream().map(key -> Map.of("required", List.of(key))).toList());
    }

    Shape with(String keyword, Object value) {
        keywords.put(keyword, value instanceof Shape shape ? shape.json() : value);
        return this;
    }

    /** Says what it means, which editors show beside it. */
    Shape means(String sentence) {
        return sentence.isEmpty() ? this : with("description", sentence);
    }

    Shape usually(Object standard) {
        return with("default", standard);
    }

    Shape examples(Object... examples) {
        return with("examples", List.of(examples));
    }

    /** A key and what stands behind it. */
    Shape key(String name, Shape shape) {
        properties.put(name, shape.json());
        return this;
    }

    /** A key that must not stand here. */
    Shape without(String... names) {
        for (String name : names) {
            properties.put(name, false);
        }
        return this;
    }

    Shape needs(Collection<String> names) {
        required.addAll(names);
        return this;
    }

    Shape needs(String... names) {
        return needs(List.of(names));
    }

    /** Every other key has this shape. */
    Shape open(Shape others) {
        return with("additionalProperties", others.json());
    }

    /** What holds only where a condition does. */
    Shape when(Shape condition, Shape then) {
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("if", condition.json());
        both.put("then", then.json());
        all.add(both);
        return this;
    }

    /** What holds beside the rest. */
    Shape and(Shape shape) {
        all.add(shape.json());
        return this;
    }

    /** The condition that a key has exactly this value. */
    static Shape where(String key, String value) {
        return new Shape().key(key, new Shape().with("const", value)).needs(key);
    }

    /** The schema as maps and lists. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>(keywords);
        if (!properties.isEmpty()) {
            json.put("properties", new LinkedHashMap<>(properties));
        }
        if (!required.isEmpty()) {
            json.put("required", List.copyOf(required));
        }
        if (!all.isEmpty()) {
            json.put("allOf", List.copyOf(all));
        }
        return json;
    }
}
