package io.serai.config;

import io.serai.record.OutMapping;
import io.serai.record.StreamName;
import io.serai.record.ValueRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a file of {@code config/mappings} that leads out of the hub. */
final class OutMappingFile {

    private final Reading reading;

    OutMappingFile(Reading reading) {
        this.reading = reading;
    }

    Optional<OutMapping> read(String name, YamlNode root) {
        int before = reading.problems().errors();
        Section file = Section.of(root, "a mapping out of the hub", reading.problems())
                .require("from", "to", "match", "fields");
        file.text("from");
        Optional<StreamName> to = MappingFile.stream(file, "to");
        Optional<String> match = file.text("match");
        to.ifPresent(stream -> reading.uses().add(StreamUse.of(stream, file, "to", true, scalar(root))));
        Optional<Section> fields = file.section("fields");
        Map<String, ValueRule> rules = fields.map(new ValueRules(reading)::read).orElse(Map.of());
        file.finish();
        fields.ifPresent(block -> {
            block.entries().forEach(entry -> refer(entry, rules));
            match.filter(field -> !block.has(field)).ifPresent(field -> {
                List<String> names =
                        block.entries().stream().map(YamlEntry::key).toList();
                reading.problems()
                        .error(
                                file.at("match"),
                                "The match \"" + field + "\" is not among the fields.",
                                Suggestion.hint(field, names));
                reading.uses().removeIf(use -> use.position().equals(file.at("to")));
            });
        });
        if (reading.problems().errors() > before) {
            return Optional.empty();
        }
        long version = Reading.version(match.get() + " " + ValueRules.meaning(rules) + " " + reading.zone());
        return Optional.of(new OutMapping(name, to.get(), match.get(), rules, version));
    }

    private static Optional<YamlScalar> scalar(YamlNode root) {
        return ((YamlMap) root)
                .get("match")
                .filter(YamlScalar.class::isInstance)
                .map(YamlScalar.class::cast);
    }

    private void refer(YamlEntry field, Map<String, ValueRule> rules) {
        Optional.ofNullable(rules.get(field.key()))
                .flatMap(ValueRule::from)
                .ifPresent(trait -> reading.refer(Reference.Kind.TRAIT, trait, ValueRules.place(field.value())));
    }
}
