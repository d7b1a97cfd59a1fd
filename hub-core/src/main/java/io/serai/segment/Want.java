package io.serai.segment;

import io.serai.profile.Amount;
import io.serai.profile.Moment;
import java.math.BigDecimal;
import java.time.ZoneId;

/** One value that a rule wants, in every reading it allows: as text, as a number, as a time. */
final class Want {

    /** What {@code compare} answers when the two have no order. */
    static final int INCOMPARABLE = Integer.MIN_VALUE;

    private final ZoneId zone;
    private final String text;
    private final BigDecimal number;
    private final double nearest;
    private final Moment moment;

    Want(Object operand, ZoneId zone) {
        this.zone = zone;
        this.text = operand instanceof String said ? said : null;
        this.number = Amount.of(operand);
        this.nearest = number == null ? Double.NaN : number.doubleValue();
        this.moment = text == null ? null : Moment.parse(text, zone);
    }

    /** Whether text can equal it by its letters only. */
    boolean onlyText() {
        return text != null && moment == null;
    }

    boolean same(double value) {
        return value == nearest;
    }

    boolean same(String value) {
        if (text != null && text.equalsIgnoreCase(value)) {
            return true;
        }
        return !onlyText() && compare(value) == 0;
    }

    int compare(double value) {
        if (number == null) {
            return INCOMPARABLE;
        }
        return value < nearest ? -1 : value > nearest ? 1 : 0;
    }

    int compare(String value) {
        if (moment != null) {
            Moment found = Moment.parse(value, zone);
            return found == null ? INCOMPARABLE : found.compareTo(moment, zone);
        }
        BigDecimal amount = number == null ? null : Amount.of(value);
        if (amount != null) {
            return amount.compareTo(number);
        }
        return text == null ? INCOMPARABLE : Integer.signum(value.compareToIgnoreCase(text));
    }
}
