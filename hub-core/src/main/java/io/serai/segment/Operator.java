package io.serai.segment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a value is held against what a rule wants. */
public enum Operator {
    IS(Operand.VALUE, "is"),
    IS_NOT(Operand.VALUE, "is not"),
    ANY_OF(Operand.LIST, "is any of"),
    NONE_OF(Operand.LIST, "is none of"),
    AT_LEAST(Operand.VALUE, "at least"),
    AT_MOST(Operand.VALUE, "at most"),
    MORE_THAN(Operand.VALUE, "more than"),
    LESS_THAN(Operand.VALUE, "less than"),
    BETWEEN(Operand.PAIR, "between"),
    CONTAINS(Operand.TEXT, "contains"),
    STARTS_WITH(Operand.TEXT, "starts with"),
    EXISTS(Operand.FLAG, "exists"),
    MISSING(Operand.FLAG, "is missing"),
    WITHIN(Operand.DURATION, "within"),
    OLDER_THAN(Operand.DURATION, "older than");

    private final Operand operand;
    private final String words;

    Operator(Operand operand, String words) {
        this.operand = operand;
        this.words = words;
    }

    /** What has to stand behind it. */
    public Operand operand() {
        return operand;
    }

    /** As it is written in files: {@code at_least}. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it is said: "at least". */
    public String words() {
        return words;
    }

    /** The operator that files write so, if there is one. */
    public static Optional<Operator> of(String keyword) {
        return Arrays.stream(values())
                .filter(one -> one.keyword().equals(keyword))
                .findFirst();
    }

    /** The shapes of what stands behind an operator. */
    public enum Operand {
        /** Text, a number, true or false, a date or a time. */
        VALUE("text, a number, a date or a time"),
        /** A list of values. */
        LIST("a list of values"),
        /** A list of two values, the lower one first. */
        PAIR("a list of two values, the lower one first"),
        /** Text or a number, not empty. */
        TEXT("text"),
        /** {@code true} or {@code false}. */
        FLAG("true or false"),
        /** A length of time, as {@link java.time.Duration}. */
        DURATION("a length of time such as 90d");

        private final String description;

        Operand(String description) {
            this.description = description;
        }

        /** For messages: "a list of values". */
        public String description() {
            return description;
        }
    }
}
