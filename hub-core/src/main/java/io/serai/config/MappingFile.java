package io.serai.config;

import io.serai.record.Mapping;
import io.serai.record.Mapping.Target;
import io.serai.record.StreamName;
import io.serai.record.ValueRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a file of {@code config/mappings} that leads into the hub. */
final class MappingFile {

    private static final Map<String, Target> TARGETS =
            Map.of("profile", Target.PROFILE, "order", Target.ORDER, "event", Target.EVENT, "product", Target.PRODUCT);
    private static final Map<Target, List<String>> NEEDED = Map.of(
            Target.PROFILE, List.of(),
            Target.ORDER, List.of("time"),
            Target.EVENT, List.of("name", "time"),
            Target.PRODUCT, List.of("id"));
    private static final Set<String> LINE_FIELDS = Set.of("product", "quantity", "price");

    private final Reading reading;

    MappingFile(Reading reading) {
        this.reading = reading;
    }

    /** Whether a file of mappings leads out of the hub. */
    static boolean isOut(YamlNode root) {
        return root instanceof YamlMap map
                && map.get("from")
                        .filter(from -> from instanceof YamlScalar scalar
                                && scalar.text().equals("profile"))
                        .isPresent();
    }

    static Optional<StreamName> stream(Section file, String key) {
        return file.typed(key, "a stream such as shop/customers", text -> {
            try {
                return Optional.of(StreamName.parse(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    Optional<Mapping> read(String name, YamlNode root) {
        int before = reading.problems().errors();
        Section file = Section.of(root, "a mapping", reading.problems()).require("from", "to", "fields");
        Optional<StreamName> from = stream(file, "from");
        from.ifPresent(stream -> reading.uses().add(StreamUse.of(stream, file, "from", false, Optional.empty())));
        Optional<Target> target = file.choice("to", TARGETS);
        Optional<Section> fields = file.section("fields");
        Map<String, ValueRule> rules = fields.map(new ValueRules(reading)::read).orElse(Map.of());
        Map<String, ValueRule> person = person(file, target);
        Optional<Mapping.Lines> lines = lines(file, target);
        file.finish();
        target.ifPresent(to -> fields.ifPresent(block -> fits(block, to)));
        if (reading.problems().errors() > before) {
            return Optional.empty();
        }
        String meaning = String.join(
                " ",
                target.get().name(),
                ValueRules.meaning(rules),
                ValueRules.meaning(person),
                lines.map(found -> found.from() + ValueRules.meaning(found.fields()))
                        .orElse(""),
                reading.zone().getId());
        return Optional.of(new Mapping(name, from.get(), target.get(), rules, person, lines, Reading.version(meaning)));
    }

    private Map<String, ValueRule> person(Section file, Optional<Target> target) {
        boolean takes = target.isEmpty() || target.get() == Target.ORDER || target.get() == Target.EVENT;
        Optional<Section> block = file.section("person");
        if (!takes && block.isPresent()) {
            reading.problems()
                    .error(
                            file.at("person"),
                            "\"person\" is for orders and events only.",
                            "Put identifiers under fields:.");
        }
        if (takes && target.isPresent() && !file.means("person")) {
            reading.problems()
                    .warning(file.position(), "Nothing says whose these are.", "Add person: { email: path }.");
        }
        block.ifPresent(section -> section.entries()
                .forEach(entry -> reading.refer(Reference.Kind.IDENTIFIER, entry.key(), entry.keyPosition())));
        return block.map(new ValueRules(reading)::read).orElse(Map.of());
    }

    private Optional<Mapping.Lines> lines(Section file, Optional<Target> target) {
        Optional<Section> block = file.section("lines");
        if (block.isEmpty()) {
            return Optional.empty();
        }
        if (target.isPresent() && target.get() != Target.ORDER) {
            reading.problems().error(file.at("lines"), "\"lines\" is for orders only.");
        }
        Section lines = block.get().require("from", "fields");
        Optional<String> from = lines.text("from");
        Optional<Section> fields = lines.section("fields");
        lines.finish();
        fields.ifPresent(section -> section.entries().stream()
                .filter(entry -> !LINE_FIELDS.contains(entry.key()))
                .forEach(entry -> reading.problems()
                        .error(
                                entry.keyPosition(),
                                "\"" + entry.key() + "\" is not a field of an order's lines.",
                                Suggestion.hint(entry.key(), LINE_FIELDS))));
        Map<String, ValueRule> rules = fields.map(new ValueRules(reading)::read).orElse(Map.of());
        return from.map(path -> new Mapping.Lines(path, rules));
    }

    private void fits(Section fields, Target target) {
        fields.require(NEEDED.get(target).toArray(String[]::new));
        if (target == Target.PROFILE) {
            for (YamlEntry entry : fields.entries()) {
                if (Names.isTrait(entry, reading.problems()) && entry.key().startsWith("consent.")) {
                    ConsentField.check(entry, reading.problems());
                }
            }
        }
    }
}
