package io.serai.connectors.files;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The column names of a CSV file.
 *
 * @param names without surrounding blanks; a column without a name is called by its number
 * @param flaw why the file cannot be read by these names; null when it can
 */
record CsvHeader(List<String> names, String flaw) {

    static CsvHeader of(List<String> written, Layout layout) {
        List<String> names = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>();
        for (String name : written) {
            String trimmed = name.strip();
            String unique = trimmed.isEmpty() ? "column_" + (names.size() + 1) : trimmed;
            if (!known.add(unique)) {
                return new CsvHeader(List.of(), "has two columns named \"" + unique + "\": rename one");
            }
            names.add(unique);
        }
        for (String key : layout.keys().fields()) {
            if (!known.contains(key)) {
                return new CsvHeader(
                        List.of(),
                        "has no column \"" + key + "\", which is the key; its columns are \""
                                + Excerpt.of(String.join("\", \"", names)) + "\"" + advice(names, layout));
            }
        }
        return new CsvHeader(List.copyOf(names), null);
    }

    private static String advice(List<String> names, Layout layout) {
        if (names.size() == 1) {
            for (char delimiter : new char[] {';', '\t', '|', ','}) {
                if (delimiter != layout.delimiter() && names.get(0).indexOf(delimiter) >= 0) {
                    return ": set \"delimiter: '" + (delimiter == '\t' ? "\\t" : delimiter) + "'\" of the stream";
                }
            }
        }
        return "";
    }
}
