package io.serai.identity;

import io.serai.identity.ColumnSenses.Column;
import java.util.List;
import java.util.Optional;

/** Why a column is no evidence of who a person is, or none of its own. */
final class NoEvidence {

    private static final double NEARLY_ALWAYS = .8;

    private NoEvidence() {}

    /** The reason that the column has in itself; empty for none. */
    static Optional<String> why(Column column) {
        ColumnValues values = column.values();
        if (values.isEmpty()) {
            return Optional.of("empty");
        }
        return Optional.ofNullable(
                switch (column.sense()) {
                    case ROW ->
                        values.isKnown() && values.isUnique() ? "unique on every row" : "numbers records, not people";
                    case TRUTH -> "tells who is who, which is what is asked";
                    case META -> "says nothing about who a person is";
                    case NATIONAL, UNKNOWN, WORDS ->
                        values.isKnown() && values.withDigits() > .5 && values.isUnique()
                                ? "unique on every row"
                                : values.different() == 1 && values.sample().size() > 20
                                        ? "the same on every row"
                                        : null;
                    default -> null;
                });
    }

    /** Whether a column says nearly always what an earlier one says. */
    static boolean isSaidBy(Column earlier, Column column) {
        return column.values().isKnown() && ColumnValues.same(earlier.values(), column.values()) > NEARLY_ALWAYS;
    }

    /** Whether a whole name is nearly always made of the two parts in the same row. */
    static boolean isMadeOf(Column column, List<Column> parts) {
        return column.sense() == Sense.FULL
                && parts.size() == 2
                && column.values().joined(parts.get(0).values(), parts.get(1).values()) > NEARLY_ALWAYS;
    }
}
