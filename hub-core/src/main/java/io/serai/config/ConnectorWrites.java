package io.serai.config;

import io.serai.connector.JsonPath;
import io.serai.connector.RequestTemplate;
import io.serai.connector.ResultDefinition;
import io.serai.connector.Template;
import io.serai.connector.WriteDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the operations under {@code write:} of a {@code connector.yaml}. */
final class ConnectorWrites {

    static final RequestTemplate NOTHING =
            new RequestTemplate("GET", Template.of(""), Map.of(), Map.of(), Optional.empty());

    private final ConnectorTemplates templates;
    private final int batch;

    ConnectorWrites(ConnectorTemplates templates, int batch) {
        this.templates = templates;
        this.batch = batch;
    }

    Optional<WriteDefinition> read(Section write, String operation) {
        return write.section(operation).map(this::definition);
    }

    private WriteDefinition definition(Section section) {
        WriteDefinition definition = new WriteDefinition(
                templates.request(section, ConnectorTemplates.BATCH).orElse(NOTHING),
                templates.optional(section, "row", ConnectorTemplates.ROW),
                batch,
                section.items("results").stream().map(this::result).toList(),
                section.whole("exists", 300, 499));
        section.finish();
        return definition;
    }

    private ResultDefinition result(YamlNode node) {
        Section result = Section.of(node, "a result", templates.problems()).require("at");
        Map<JsonPath, String> exists = new LinkedHashMap<>();
        result.section("exists").ifPresent(marks -> marks.entries()
                .forEach(mark -> exists.put(
                        JsonPath.of(mark.key()), marks.text(mark.key()).orElse(""))));
        List<Template> at = result.items("at").stream()
                .map(place -> templates.of(place, ConnectorTemplates.ROW))
                .toList();
        ResultDefinition definition = new ResultDefinition(
                at,
                result.text("by").map(JsonPath::of),
                templates.optional(result, "equals", ConnectorTemplates.ROW).orElse(Template.of("{match}")),
                result.text("id").map(JsonPath::of),
                result.text("why").map(JsonPath::of),
                result.flag("later").orElse(false),
                exists);
        result.finish();
        return definition;
    }
}
