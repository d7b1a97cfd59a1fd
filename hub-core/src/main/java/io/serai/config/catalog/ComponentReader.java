package io.serai.config.catalog;

import io.serai.config.catalog.ComponentModel.HeaderModel;
import io.serai.config.catalog.ComponentModel.OptionModel;
import io.serai.config.catalog.ComponentModel.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The file with which a Camel component describes itself. */
final class ComponentReader {

    private ComponentReader() {}

    static ComponentModel read(Map<String, Object> file) {
        Map<String, Object> component = JsonValues.map(file.get("component"));
        List<OptionModel> options = new ArrayList<>();
        JsonValues.map(file.get("properties"))
                .forEach((name, option) -> options.add(option(name, JsonValues.map(option))));
        List<HeaderModel> headers = new ArrayList<>();
        JsonValues.map(file.get("headers"))
                .forEach((name, header) -> headers.add(new HeaderModel(name, side(JsonValues.map(header)))));
        return new ComponentModel(
                JsonValues.text(component, "scheme"),
                JsonValues.text(component, "syntax"),
                JsonValues.text(component, "description"),
                Side.of(JsonValues.flag(component, "consumerOnly"), JsonValues.flag(component, "producerOnly")),
                JsonValues.flag(component, "lenientProperties"),
                options,
                headers);
    }

    private static OptionModel option(String name, Map<String, Object> option) {
        return new OptionModel(
                name,
                JsonValues.text(option, "kind").equals("path"),
                JsonValues.text(option, "type"),
                JsonValues.list(option.get("enum")).stream()
                        .map(String::valueOf)
                        .toList(),
                JsonValues.flag(option, "required"),
                side(option),
                JsonValues.flag(option, "secret"),
                OptionModel.prefixes(JsonValues.flag(option, "multiValue") ? JsonValues.text(option, "prefix") : ""),
                JsonValues.text(option, "defaultValue"),
                JsonValues.text(option, "description"));
    }

    private static Side side(Map<String, Object> labelled) {
        List<String> labels = Arrays.asList(JsonValues.text(labelled, "label").split(","));
        return Side.of(labels.contains("consumer"), labels.contains("producer"));
    }
}
