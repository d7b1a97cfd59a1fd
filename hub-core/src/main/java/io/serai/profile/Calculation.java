package io.serai.profile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** One computed trait of one person while the entries go by. */
final class Calculation {

    private final TraitDefinition definition;
    private final Instant from;
    private final Gathering gathering;

    Calculation(TraitDefinition definition, Instant now) {
        this.definition = definition;
        this.from = TraitCalculator.from(definition, now).orElse(null);
        this.gathering = Gathering.of(definition.function());
    }

    String trait() {
        return definition.name();
    }

    void add(TimelineEntry entry) {
        if ((from != null && entry.time().isBefore(from)) || !matches(entry.properties())) {
            return;
        }
        if (definition.field().isEmpty()) {
            gathering.add(Boolean.TRUE, entry.time());
            return;
        }
        Object value = value(entry, definition.field().get());
        if (value != null) {
            gathering.add(value, entry.time());
        }
    }

    Optional<Object> result() {
        return gathering.result();
    }

    private static Object value(TimelineEntry entry, String field) {
        Object value = field.equals("time") ? entry.time() : entry.properties().get(field);
        if (value instanceof Boolean) {
            return value.toString();
        }
        boolean usable = value instanceof String
                || value instanceof Instant
                || (value instanceof Number && Amount.of(value) != null);
        return usable ? value : null;
    }

    private boolean matches(Map<String, Object> properties) {
        for (Map.Entry<String, Object> wanted : definition.where().entrySet()) {
            Object found = properties.get(wanted.getKey());
            boolean same = wanted.getValue() instanceof Collection<?> several
                    ? several.stream().anyMatch(one -> same(one, found))
                    : same(wanted.getValue(), found);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Object wanted, Object found) {
        if (wanted == null || found == null) {
            return false;
        }
        if (wanted instanceof Number || found instanceof Number) {
            var left = Amount.of(wanted);
            var right = Amount.of(found);
            return left != null && right != null && left.compareTo(right) == 0;
        }
        return wanted.toString().equalsIgnoreCase(found.toString());
    }

    /** Orders any two values: numbers by amount, then times by instant, then text by its letters. */
    static int compare(Object left, Object right) {
        if (left instanceof Instant time && right instanceof Instant other) {
            return time.compareTo(other);
        }
        if (left instanceof Number && right instanceof Number) {
            return Amount.of(left).compareTo(Amount.of(right));
        }
        if (left instanceof Number || right instanceof Number) {
            return left instanceof Number ? -1 : 1;
        }
        return compareText(left.toString(), right.toString());
    }

    private static int compareText(String left, String right) {
        Moment first = Moment.parse(left, ZoneOffset.UTC);
        Moment second = Moment.parse(right, ZoneOffset.UTC);
        if ((first == null) != (second == null)) {
            return first != null ? -1 : 1;
        }
        int order = first != null ? first.at().compareTo(second.at()) : left.compareToIgnoreCase(right);
        return order != 0 ? order : left.compareTo(right);
    }
}
