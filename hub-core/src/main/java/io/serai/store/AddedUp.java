package io.serai.store;

import io.serai.profile.TraitCalculator;
import io.serai.profile.TraitDefinition;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/**
 * Definitions that the engine adds up over the entries {@code t} of a person: counts, sums and extremes of totals and times, without
 * conditions. Totals are added as whole hundredths, each of which stands for exactly what was written (as in {@code ExactSum}).
 */
final class AddedUp {

    private static final Set<String> COLUMNS = Set.of("time", "total");

    /** A total in hundredths. */
    static final String HUNDREDTHS = "round(t.total * 100)";

    /** Whether a total, or what they could come to, is no whole number of hundredths below 2^46. */
    private static final String INEXACT = "count(t.total) <> count(*) FILTER (WHERE " + HUNDREDTHS
            + " / 100.0 = t.total)" + " OR ifnull(max(max(t.total), -min(t.total)) * count(t.total) > 7e11, 0)";

    private AddedUp() {}

    static boolean is(TraitDefinition definition) {
        if (!definition.where().isEmpty()) {
            return false;
        }
        return switch (definition.function()) {
            case COUNT ->
                definition.field().isEmpty()
                        || COLUMNS.contains(definition.field().get());
            case SUM -> isOfTotals(definition);
            case EARLIEST, LATEST, MINIMUM, MAXIMUM ->
                COLUMNS.contains(definition.field().orElse(""));
            default -> false;
        };
    }

    static boolean isOfTotals(TraitDefinition definition) {
        return definition.field().orElse("").equals("total");
    }

    /** Whether a person has totals that the engine cannot add exactly: such people are computed entry by entry. */
    static String inexact(Collection<TraitDefinition> definitions) {
        return definitions.stream().anyMatch(AddedUp::isOfTotals) ? INEXACT : "0";
    }

    /** What a definition comes to: a count, hundredths for a sum, otherwise what stands in the column. */
    static String value(TraitDefinition definition, Instant now) {
        return function(definition)
                + TraitCalculator.from(definition, now)
                        .map(from -> " FILTER (WHERE t.time >= " + firstMillisecond(from) + ")")
                        .orElse("");
    }

    /** The first whole millisecond that is not before a time. */
    private static long firstMillisecond(Instant from) {
        long floor = from.toEpochMilli();
        return from.isAfter(Instant.ofEpochMilli(floor)) ? floor + 1 : floor;
    }

    private static String function(TraitDefinition definition) {
        String column = definition.field().map(field -> "t." + field).orElse("*");
        return switch (definition.function()) {
            case COUNT -> "count(" + column + ")";
            case SUM -> "sum(" + HUNDREDTHS + ")";
            case EARLIEST, MINIMUM -> "min(" + column + ")";
            default -> "max(" + column + ")";
        };
    }
}
