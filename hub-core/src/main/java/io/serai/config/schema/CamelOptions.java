package io.serai.config.schema;

import io.serai.config.catalog.CamelCatalog;
import io.serai.config.catalog.ComponentModel;
import io.serai.config.catalog.ComponentModel.OptionModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an installed component of Camel can be told. */
final class CamelOptions {

    private final CamelCatalog catalog = new CamelCatalog();

    /** The parameters of an endpoint of that scheme; empty when the component is not installed. */
    Optional<Shape> of(String scheme, boolean from) {
        return catalog.component(scheme).map(component -> parameters(component, from));
    }

    private static Shape parameters(ComponentModel component, boolean from) {
        Shape parameters = Shape.of("object").means(CamelYaml.sentence(component.description()));
        List<String> prefixes = new ArrayList<>();
        List<OptionModel> options = new ArrayList<>(component.parts());
        options.addAll(component.options(from));
        for (OptionModel option : options) {
            parameters.key(option.name(), value(option));
            option.prefixes().forEach(prefix -> prefixes.add(prefix.replace(".", "\\.")));
        }
        if (!component.lenient()) {
            parameters.with("additionalProperties", false);
        }
        if (!prefixes.isEmpty()) {
            parameters.with(
                    "patternProperties",
                    Map.of(
                            "^(" + String.join("|", prefixes) + ")",
                            Shape.reference("text").json()));
        }
        return parameters;
    }

    private static Shape value(OptionModel option) {
        Shape value = Shape.any();
        if (option.choices().isEmpty()) {
            String shape = option.type().equals("boolean") ? "flag" : "text";
            value.with("allOf", List.of(Shape.reference(shape).json()));
        } else {
            value.with(
                    "anyOf",
                    List.of(
                            Shape.any().with("enum", option.choices()).json(),
                            Shape.reference("filled in").json()));
        }
        value.means(CamelYaml.sentence(option.description()));
        return option.usual().isEmpty() ? value : value.usually(option.usual());
    }
}
