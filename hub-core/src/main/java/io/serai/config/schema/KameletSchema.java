package io.serai.config.schema;

import java.util.List;

/** A file of {@code kamelets/}: what it asks for, and the template that uses it. */
final class KameletSchema {

    private KameletSchema() {}

    static Shape of(Shape template) {
        Shape spec = Shape.map()
                .key("definition", definition())
                .key("template", template)
                .key("dependencies", Shape.any())
                .key("types", Shape.any())
                .key("dataTypes", Shape.any())
                .needs("template");
        return Shape.map()
                .means("A kamelet: a piece of a route that routes use by kamelet:NAME.")
                .key(
                        "apiVersion",
                        Shape.of("string")
                                .with("pattern", "^camel\\.apache\\.org/v1")
                                .usually("camel.apache.org/v1"))
                .key("kind", Shape.any().with("const", "Kamelet"))
                .key(
                        "metadata",
                        Shape.of("object").key("name", Scalars.text().means("The file's name, before .kamelet.yaml.")))
                .key("spec", spec)
                .needs("apiVersion", "kind", "spec");
    }

    private static Shape definition() {
        Shape property = Shape.map()
                .key("title", Scalars.text())
                .key("description", Scalars.text())
                .key("type", Shape.any().with("enum", List.of("string", "integer", "number", "boolean")))
                .key("default", Shape.any().means("What holds where a route does not set it."))
                .key("enum", Shape.of("array").means("The values that it may have."));
        for (String word : List.of("format", "pattern", "example", "minimum", "maximum", "minLength", "maxLength")) {
            property.key(word, Shape.any());
        }
        property.key("x-descriptors", Shape.any());
        return Shape.map()
                .key("title", Scalars.text())
                .key("description", Scalars.text())
                .key("type", Shape.any().with("const", "object"))
                .key(
                        "required",
                        Shape.of("array")
                                .with("items", Shape.of("string"))
                                .means("The properties that a route must set."))
                .key("properties", Shape.of("object").open(property).means("What a route may set."));
    }
}
