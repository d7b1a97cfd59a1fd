package io.serai.identity.report;

import io.serai.identity.Columns;
import io.serai.identity.Meaning;
import io.serai.identity.People;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows whose people are known, and the people that were found.
 *
 * @param headers the names of the columns
 * @param rows aligned with the headers
 * @param truth of each row a number of its person; -1 where nobody knows
 * @param columns what the columns were taken for
 * @param found who is who, by the rules
 */
public record Trial(List<String> headers, List<String[]> rows, int[] truth, Columns columns, People.Result found) {

    /** Whether the truth says of both whether they are one person. */
    boolean isKnown(int left, int right) {
        return truth[left] >= 0 && truth[right] >= 0;
    }

    boolean isSame(int left, int right) {
        return truth[left] == truth[right];
    }

    /** What a row says in the compared fields, in their order. */
    List<String> values(int row) {
        Map<String, String> named = new LinkedHashMap<>();
        String[] cells = rows.get(row);
        for (int i = 0; i < cells.length; i++) {
            named.put(headers.get(i), cells[i]);
        }
        List<String> values = new ArrayList<>();
        for (Meaning field : columns.fields()) {
            values.add(field.value(named));
        }
        return values;
    }
}
