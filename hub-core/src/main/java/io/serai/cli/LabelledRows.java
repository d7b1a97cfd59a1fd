package io.serai.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of a labelled table while they are read. Equal values of a column are held once, unless nearly all differ. */
final class LabelledRows {

    private static final int TRIED = 10_000;

    private final TableHeader header;
    private final List<String[]> rows = new ArrayList<>();
    private final List<Map<String, String>> values = new ArrayList<>();
    private final Map<String, Integer> people = new HashMap<>();
    private final List<Integer> truth = new ArrayList<>();

    LabelledRows(TableHeader header) {
        this.header = header;
        header.names().forEach(name -> values.add(new HashMap<>()));
    }

    /** Adds a row of as many values as there are columns. */
    void add(List<String> fields) {
        String[] row = new String[fields.size() - 1];
        for (int i = 0, at = 0; i < fields.size(); i++) {
            if (i != header.truth()) {
                row[at++] = once(i, fields.get(i));
            }
        }
        rows.add(row);
        String person = fields.get(header.truth()).strip();
        truth.add(person.isEmpty() ? -1 : people.computeIfAbsent(person, key -> people.size()));
    }

    private String once(int column, String value) {
        if (value.isEmpty()) {
            return "";
        }
        Map<String, String> known = values.get(column);
        if (known == null) {
            return value;
        }
        String same = known.putIfAbsent(value, value);
        if (rows.size() > TRIED && known.size() * 2 > rows.size()) {
            values.set(column, null);
        }
        return same == null ? value : same;
    }

    /** @throws Refusal when nothing can be measured with these rows */
    LabelledFile done(Path file) {
        String column = header.names().get(header.truth());
        if (rows.size() < 2) {
            throw new Refusal(
                    ExitCode.USAGE,
                    file + " has " + (rows.isEmpty() ? "no row" : "one row")
                            + " below its header: there is no pair to compare. Name a file with at least two rows.");
        }
        if (people.isEmpty()) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "The column \"" + column + "\" of " + file
                            + " is empty: no row says whose it is, so there is nothing to measure against. Name"
                            + " another column with --truth.");
        }
        List<String> others = new ArrayList<>(header.names());
        others.remove(header.truth());
        if (others.isEmpty()) {
            throw new Refusal(
                    ExitCode.USAGE, file + " has no column but \"" + column + "\": there is nothing to compare.");
        }
        return new LabelledFile(
                column,
                List.copyOf(others),
                rows,
                truth.stream().mapToInt(Integer::intValue).toArray());
    }
}
