package io.serai.segment;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Several wanted values; a list of thousands of postcodes costs no more than a short one. */
final class WantedSet {

    private final Set<String> texts = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Want> all = new ArrayList<>();
    private final List<Want> notOnlyText = new ArrayList<>();

    WantedSet(Object operands, ZoneId zone) {
        for (Object operand : (List<?>) operands) {
            Want want = new Want(operand, zone);
            all.add(want);
            if (operand instanceof String text) {
                texts.add(text);
            }
            if (!want.onlyText()) {
                notOnlyText.add(want);
            }
        }
    }

    Condition condition() {
        return new Condition(this::has, this::has, false);
    }

    private boolean has(double value) {
        return all.stream().anyMatch(want -> want.same(value));
    }

    private boolean has(String value) {
        return texts.contains(value) || notOnlyText.stream().anyMatch(want -> want.same(value));
    }
}
