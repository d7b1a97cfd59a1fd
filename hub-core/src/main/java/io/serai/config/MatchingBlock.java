package io.serai.config;

import io.serai.identity.IdentifierRule;
import io.serai.identity.IdentityRules;
import io.serai.identity.Matching;
import io.serai.identity.compare.Kind;
import io.serai.identity.compare.Settings;
import io.serai.identity.match.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code matching:} of {@code config/identity.yaml}. It is read before the mappings are, and known whole only with them: fields
 * that are not named are those that mappings fill.
 */
final class MatchingBlock {

    private static final Set<String> ON = Set.of("on", "true");
    private static final Set<String> OFF = Set.of("off", "false");
    private static final Set<Kind> OF_NAMES = Set.of(Kind.GIVEN_NAME, Kind.FAMILY_NAME, Kind.FULL_NAME);

    /** Zones of the one country that writes the month first. */
    private static final Set<String> MONTH_FIRST = Set.of(
            "America/New_York",
            "America/Detroit",
            "America/Chicago",
            "America/Denver",
            "America/Boise",
            "America/Phoenix",
            "America/Los_Angeles",
            "America/Anchorage",
            "Pacific/Honolulu");

    /** What was written: on unless the file says otherwise, with thresholds, and the fields where it names them. */
    private final boolean on;

    private final Optional<Position> asked;
    private final Optional<List<Field>> named;
    private final double mergeAbove;
    private final double reviewAbove;

    private MatchingBlock(
            boolean on, Optional<Position> asked, Optional<List<Field>> named, double mergeAbove, double reviewAbove) {
        this.on = on;
        this.asked = asked;
        this.named = named;
        this.mergeAbove = mergeAbove;
        this.reviewAbove = reviewAbove;
    }

    boolean isOff() {
        return !on;
    }

    /** What holds where nothing is written. */
    static MatchingBlock standard() {
        return new MatchingBlock(true, Optional.empty(), Optional.empty(), Matching.MERGE_ABOVE, Matching.REVIEW_ABOVE);
    }

    /** Reads {@code matching:} of the file. */
    static MatchingBlock read(Section file, Reading reading) {
        Optional<YamlNode> node = file.node("matching");
        if (node.isEmpty()) {
            return standard();
        }
        Position position = node.get().position();
        if (node.get() instanceof YamlScalar scalar) {
            if (!ON.contains(scalar.text()) && !OFF.contains(scalar.text())) {
                reading.problems()
                        .error(
                                position,
                                "\"matching\" must be on, off or a map, not " + scalar.shown() + ".",
                                Suggestion.nearest(scalar.text(), Set.of("off"))
                                        .map(word -> "Did you mean \"" + word + "\"?")
                                        .orElse("Leave it out for the usual."));
                return off();
            }
            return OFF.contains(scalar.text())
                    ? off()
                    : new MatchingBlock(
                            true, Optional.of(position), Optional.empty(), Matching.MERGE_ABOVE, Matching.REVIEW_ABOVE);
        }
        Section block = Section.of(node.get(), "\"matching\"", reading.problems());
        Optional<List<Field>> fields = new ComparedFields(reading).read(block);
        MatchingBlock read = thresholds(block, Optional.of(position), fields);
        block.finish();
        return read;
    }

    private static MatchingBlock off() {
        return new MatchingBlock(
                false, Optional.empty(), Optional.empty(), Matching.MERGE_ABOVE, Matching.REVIEW_ABOVE);
    }

    private static MatchingBlock thresholds(Section block, Optional<Position> position, Optional<List<Field>> fields) {
        double merge = probability(block, "merge_above").orElse(Matching.MERGE_ABOVE);
        double review = probability(block, "review_above").orElse(Math.min(Matching.REVIEW_ABOVE, merge));
        if (review > merge) {
            block.problems()
                    .error(
                            block.at("review_above"),
                            "\"review_above\" must not be more than \"merge_above\""
                                    + (block.has("merge_above") ? "." : ", which is 0.99."),
                            "Make it the smaller of the two.");
        } else if (merge < 0.5) {
            block.problems()
                    .warning(
                            block.at("merge_above"),
                            "\"merge_above\" makes one of people who are more likely two.",
                            "0.99 is usual.");
        }
        return new MatchingBlock(true, position, fields, merge, review);
    }

    private static Optional<Double> probability(Section block, String key) {
        return block.typed(key, "a probability above 0 and up to 1, such as 0.99", text -> {
            try {
                return Optional.of(Double.valueOf(text)).filter(number -> number > 0 && number <= 1);
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        });
    }

    /**
     * What is matched, now that the mappings are known.
     *
     * @param rules whose phone numbers tell the country of those without a prefix
     * @param known whose fields are those that mappings to profile fill
     * @param reading of the hub's zone, which tells how its people write dates
     */
    Optional<Matching> with(IdentityRules rules, Known known, Reading reading) {
        if (!on) {
            return Optional.empty();
        }
        List<Field> fields = named.orElseGet(() -> usual(known.names(Reference.Kind.FILLED))).stream()
                .map(field -> new Field(field.name(), field.kind(), settings(field, rules, reading)))
                .toList();
        if (fields.isEmpty() && named.isEmpty() && asked.isPresent() && known.isClosed(Reference.Kind.FILLED)) {
            reading.problems()
                    .error(
                            asked.get(),
                            "There is nothing to compare: mappings to profile fill no first_name, last_name or name, or"
                                    + " nothing beside it.",
                            "Name fields under compare:, with their kind:, or write matching: off.");
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(new Matching(fields, mergeAbove, reviewAbove));
    }

    /** Without a name there is nothing that tells a family's members apart: identifiers alone then. */
    private static List<Field> usual(Set<String> filled) {
        List<Field> fields = new ArrayList<>();
        for (String field : FieldKinds.usual(filled)) {
            fields.add(new Field(field, FieldKinds.of(field).orElseThrow()));
        }
        boolean named = fields.stream().anyMatch(field -> OF_NAMES.contains(field.kind()));
        return named && fields.size() > 1 ? List.copyOf(fields) : List.of();
    }

    private static Settings settings(Field field, IdentityRules rules, Reading reading) {
        if (field.kind() == Kind.PHONE) {
            return Settings.USUAL.withRegion(rules.rule(field.name())
                    .map(IdentifierRule::region)
                    .filter(MatchingBlock::isWritten)
                    .or(() -> rules.identifiers().stream()
                            .map(IdentifierRule::region)
                            .filter(MatchingBlock::isWritten)
                            .findFirst())
                    .orElse(""));
        }
        boolean date = field.kind() == Kind.BIRTH_DATE || field.kind() == Kind.DATE;
        return date
                ? Settings.USUAL.withDayFirst(
                        !MONTH_FIRST.contains(reading.zone().getId()))
                : Settings.USUAL;
    }

    private static boolean isWritten(String region) {
        return !region.isEmpty();
    }
}
