package io.serai.segment;

import io.serai.profile.Amount;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * An operator and what stands behind it.
 *
 * <p>Text compares without case; numbers by amount (400 is 400.00), text that is a number too; times by instant. When either
 * side is a whole day, days of the hub's zone are compared, so {@code at_most: 2026-01-31} includes all of that day.
 * {@code within} means at most that old and {@code older_than} more, a date counting from the start of its day; a time in the
 * future is not old. A missing value satisfies {@code is_not}, {@code none_of} and {@code missing: true} only, as people
 * expect who look for everybody but some.
 *
 * @param operator how
 * @param operand {@code String} or {@code BigDecimal} for a value or text; a {@code List} of them for a list or pair;
 *     {@code Boolean} for a flag; {@code Duration}. The constructor takes any number, boolean, date or time for a value
 */
public record Comparison(Operator operator, Object operand) {

    /** @throws IllegalArgumentException when the operand is not of the operator's shape; the message says what is */
    public Comparison {
        Objects.requireNonNull(operator);
        operand = switch (operator.operand()) {
            case VALUE -> value(operator, operand);
            case LIST -> values(operator, operand, 1, Integer.MAX_VALUE);
            case PAIR -> values(operator, operand, 2, 2);
            case TEXT -> text(operator, operand);
            case FLAG -> require(operator, operand, operand instanceof Boolean);
            case DURATION -> require(operator, operand, operand instanceof Duration length && !length.isNegative());
        };
    }

    /** "at least 500", "is any of York, Leeds", "within 90 days". */
    public String sentence() {
        if (operand instanceof Boolean flag) {
            return (operator == Operator.EXISTS) == flag ? "exists" : "is missing";
        }
        if (operator == Operator.BETWEEN) {
            List<?> pair = (List<?>) operand;
            return "between " + said(pair.get(0)) + " and " + said(pair.get(1));
        }
        return operator.words() + " " + said(operand);
    }

    /** What a value has to be, after "needs": "at least 500", "anything but York". */
    String needs() {
        return switch (operator) {
            case IS -> said(operand);
            case IS_NOT -> "anything but " + said(operand);
            case ANY_OF -> "any of " + said(operand);
            case NONE_OF -> "none of " + said(operand);
            case CONTAINS -> "to contain " + said(operand);
            case STARTS_WITH -> "to start with " + said(operand);
            case EXISTS, MISSING -> (operator == Operator.EXISTS) == (Boolean) operand ? "a value" : "no value";
            case WITHIN, OLDER_THAN -> "to be " + sentence();
            default -> sentence();
        };
    }

    private static String said(Object operand) {
        if (operand instanceof List<?> several) {
            return several.stream().map(Comparison::said).collect(Collectors.joining(", "));
        }
        if (operand instanceof Duration length) {
            return Words.length(length);
        }
        return operand instanceof BigDecimal number ? Amount.text(number) : "\"" + operand + "\"";
    }

    private static Object value(Operator operator, Object operand) {
        if (operand instanceof String || operand instanceof Boolean || operand instanceof Temporal) {
            return operand.toString();
        }
        BigDecimal number = Amount.of(operand);
        require(operator, operand, number != null);
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private static Object values(Operator operator, Object operand, int least, int most) {
        require(operator, operand, operand instanceof List<?> list && list.size() >= least && list.size() <= most);
        return ((List<?>) operand).stream().map(one -> value(operator, one)).toList();
    }

    private static Object text(Operator operator, Object operand) {
        Object value = value(operator, operand);
        String text = value instanceof BigDecimal number ? Amount.text(number) : (String) value;
        return require(operator, text, !text.isEmpty());
    }

    private static Object require(Operator operator, Object operand, boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException(
                    "\"" + operator.keyword() + "\" needs " + operator.operand().description() + ", not "
                            + (operand == null ? "nothing" : "\"" + operand + "\""));
        }
        return operand;
    }

    /** Whether the answer changes with time alone. */
    boolean moves() {
        return operator.operand() == Operator.Operand.DURATION;
    }
}
