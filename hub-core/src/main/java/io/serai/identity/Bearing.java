package io.serai.identity;

import io.serai.identity.ColumnSenses.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether columns of no known meaning bear on who a person is: rows that agree in two things that are known of people must
 * agree in them more often than any two rows do. The amount of an order does not, a shoe size does.
 */
final class Bearing {

    private static final Set<Sense> PERSONAL = Set.of(
            Sense.GIVEN, Sense.FAMILY, Sense.FULL, Sense.BIRTH, Sense.EMAIL, Sense.PHONE, Sense.STREET, Sense.POSTCODE);

    private static final int ROWS = 20_000;
    private static final int COMBINATIONS = 12;
    /** Values that more rows than these share are shared by strangers. */
    private static final int MOST_TOGETHER = 4;

    private static final int FEWEST_PAIRS = 30;
    private static final double MARGIN = .02;

    private final int rows;
    private final List<int[]> pairs = new ArrayList<>();

    /** @param columns all of a table */
    Bearing(List<Column> columns) {
        List<ColumnValues> known = columns.stream()
                .filter(column -> PERSONAL.contains(column.sense()))
                .map(Column::values)
                .toList();
        rows = columns.isEmpty() ? 0 : Math.min(ROWS, columns.get(0).values().rows());
        int combinations = 0;
        for (int i = 0; i < known.size(); i++) {
            for (int j = i + 1; j < known.size() && combinations < COMBINATIONS; j++) {
                combinations++;
                together(known.get(i), known.get(j));
            }
        }
    }

    private void together(ColumnValues one, ColumnValues two) {
        Map<String, List<Integer>> bearers = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            String first = one.at(row);
            String second = two.at(row);
            if (!first.isEmpty() && !second.isEmpty()) {
                bearers.computeIfAbsent(first + '\n' + second, key -> new ArrayList<>(2))
                        .add(row);
            }
        }
        for (List<Integer> same : bearers.values()) {
            for (int i = 0; i < same.size() && same.size() <= MOST_TOGETHER; i++) {
                for (int j = i + 1; j < same.size(); j++) {
                    pairs.add(new int[] {same.get(i), same.get(j)});
                }
            }
        }
    }

    /** True also where too few rows agree in anything to tell. */
    boolean mayHave(Column column) {
        ColumnValues values = column.values();
        int filled = 0;
        int agree = 0;
        for (int[] pair : pairs) {
            String left = values.at(pair[0]);
            String right = values.at(pair[1]);
            if (!left.isEmpty() && !right.isEmpty()) {
                filled++;
                agree += left.equalsIgnoreCase(right) ? 1 : 0;
            }
        }
        if (filled < FEWEST_PAIRS) {
            return true;
        }
        double chance = values.collision();
        double doubt = 3 * Math.sqrt(chance * (1 - chance) / filled);
        return (double) agree / filled > chance + doubt + MARGIN;
    }
}
