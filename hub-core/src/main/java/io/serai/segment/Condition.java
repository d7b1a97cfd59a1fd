package io.serai.segment;

import io.serai.profile.Amount;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * A comparison made ready for many values.
 *
 * @param number the answer for a number
 * @param text the answer for a text
 * @param missing the answer for no value
 * @param blind whether it is the same answer for every value
 */
record Condition(DoublePredicate number, Predicate<String> text, boolean missing, boolean blind) {

    /** Whether there is a value. */
    static final Condition EXISTS = existence(true);

    Condition(DoublePredicate number, Predicate<String> text, boolean missing) {
        this(number, text, missing, false);
    }

    static Condition of(Comparison comparison, Instant now, ZoneId zone) {
        Object operand = comparison.operand();
        return switch (comparison.operator()) {
            case IS -> is(new Want(operand, zone));
            case IS_NOT -> is(new Want(operand, zone)).not();
            case ANY_OF -> new WantedSet(operand, zone).condition();
            case NONE_OF -> new WantedSet(operand, zone).condition().not();
            case AT_LEAST -> ordered(operand, zone, order -> order >= 0);
            case AT_MOST -> ordered(operand, zone, order -> order <= 0);
            case MORE_THAN -> ordered(operand, zone, order -> order > 0);
            case LESS_THAN -> ordered(operand, zone, order -> order < 0);
            case BETWEEN -> between((List<?>) operand, zone);
            case CONTAINS -> written(text -> contains(text, (String) operand));
            case STARTS_WITH -> written(text -> at(text, 0, (String) operand));
            case EXISTS -> existence((Boolean) operand);
            case MISSING -> existence(!(Boolean) operand);
            case WITHIN -> Age.atMost((Duration) operand, now, zone);
            case OLDER_THAN -> Age.more((Duration) operand, now, zone);
        };
    }

    /** The same, but nothing is as good as 0, except to a question for existence itself. */
    static Condition ofCount(Comparison comparison, Instant now, ZoneId zone) {
        Condition condition = of(comparison, now, zone);
        boolean existence = comparison.operator().operand() == Operator.Operand.FLAG;
        return existence ? condition : new Condition(condition.number, condition.text, condition.number.test(0));
    }

    boolean holds(Object value) {
        if (value == null) {
            return missing;
        }
        if (value instanceof Number) {
            double number = ((Number) value).doubleValue();
            return this.number.test(number);
        }
        return text.test(value.toString());
    }

    BitSet over(Column column) {
        if (!blind) {
            return column.where(this::holds, missing);
        }
        BitSet rows = column.present();
        if (missing) {
            rows.flip(0, column.size());
        }
        return rows;
    }

    private Condition not() {
        return new Condition(number.negate(), text.negate(), !missing);
    }

    private static Condition is(Want want) {
        return new Condition(want::same, want::same, false);
    }

    private static Condition ordered(Object operand, ZoneId zone, IntPredicate accepts) {
        Want want = new Want(operand, zone);
        IntPredicate known = order -> order != Want.INCOMPARABLE && accepts.test(order);
        return new Condition(value -> known.test(want.compare(value)), value -> known.test(want.compare(value)), false);
    }

    private static Condition between(List<?> pair, ZoneId zone) {
        Condition low = ordered(pair.get(0), zone, order -> order >= 0);
        Condition high = ordered(pair.get(1), zone, order -> order <= 0);
        return new Condition(low.number.and(high.number), low.text.and(high.text), false);
    }

    private static Condition written(Predicate<String> text) {
        return new Condition(number -> text.test(Amount.text(number)), text, false);
    }

    private static Condition existence(boolean wanted) {
        return new Condition(number -> wanted, text -> wanted, !wanted, true);
    }

    private static boolean contains(String text, String part) {
        for (int start = 0; start <= text.length() - part.length(); start++) {
            if (at(text, start, part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean at(String text, int start, String part) {
        return text.regionMatches(true, start, part, 0, part.length());
    }
}
