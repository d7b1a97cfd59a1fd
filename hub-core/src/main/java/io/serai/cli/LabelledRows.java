package io.serai.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of a labelled table while they are read. */
final class LabelledRows {

    private final TableHeader header;
    private final PackedRows rows;
    private final Map<String, Integer> people = new HashMap<>();
    private int[] truth = new int[1024];

    LabelledRows(TableHeader header) {
        this.header = header;
        rows = new PackedRows(header.names().size() - 1);
    }

    /** Adds a row of as many values as there are columns. */
    void add(List<String> fields) {
        if (rows.size() == truth.length) {
            truth = Arrays.copyOf(truth, rows.size() * 2);
        }
        String person = fields.get(header.truth()).strip();
        truth[rows.size()] = person.isEmpty() ? -1 : people.computeIfAbsent(person, key -> people.size());
        List<String> others = new ArrayList<>(fields);
        others.remove(header.truth());
        rows.append(others);
    }

    /** @throws Refusal when nothing can be measured with these rows */
    LabelledFile done(Path file) {
        String column = header.names().get(header.truth());
        if (rows.size() < 2) {
            throw Refusal.usage(file + " has " + (rows.isEmpty() ? "no row" : "one row")
                    + " below its header: there is no pair to compare. Name a file with at least two rows.");
        }
        if (people.isEmpty()) {
            throw Refusal.usage("The column \"" + column + "\" of " + file
                    + " is empty: no row says whose it is, so there is nothing to measure against. Name"
                    + " another column with --truth.");
        }
        List<String> others = new ArrayList<>(header.names());
        others.remove(header.truth());
        if (others.isEmpty()) {
            throw Refusal.usage(file + " has no column but \"" + column + "\": there is nothing to compare.");
        }
        return new LabelledFile(column, List.copyOf(others), rows, Arrays.copyOf(truth, rows.size()));
    }
}
