package io.serai.identity;

import io.serai.identity.match.Field;
import io.serai.identity.match.FitSettings;
import io.serai.identity.match.Matcher;
import io.serai.identity.match.Matches;
import io.serai.identity.match.Model;
import io.serai.identity.match.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the people among the rows of one table: no store, no ids, everything in memory. Where at least two fields can be
 * compared, by what they say together; otherwise by identifiers alone. By a hub's rules, as that hub would.
 */
public final class People {

    /** Fewer fields than these tell nobody from another. */
    public static final int FIELDS = 2;

    /** From this probability on, clusters are one person. */
    public static final double MERGE_ABOVE = .5;

    private final Columns columns;
    private final List<String> headers;
    private final int[][] places;
    private final NumberedPeople numbered;
    private final RuledPeople ruled;
    private final Sample sample;
    private final long started = System.nanoTime();

    /** @param columns what the rows' columns mean and the rules for them */
    public People(Columns columns) {
        this(columns, List.of());
    }

    /**
     * People of rows that come as arrays.
     *
     * @param columns what the rows' columns mean and the rules for them
     * @param headers the names of the columns, in the order of the arrays
     */
    public People(Columns columns, List<String> headers) {
        this(columns, headers, columns.fields().size() >= FIELDS, false);
    }

    private People(Columns columns, List<String> headers, boolean compared, boolean obeying) {
        this.columns = columns;
        this.headers = List.copyOf(headers);
        places = columns.fields().stream()
                .map(field ->
                        field.columns().stream().mapToInt(headers::indexOf).toArray())
                .toArray(int[][]::new);
        ruled = compared && obeying ? new RuledPeople(columns) : null;
        sample = compared && !obeying
                ? new Sample(columns.fields().stream()
                        .map(field -> new Field(field.name(), field.kind(), field.settings()))
                        .toList())
                : null;
        numbered = compared ? null : new NumberedPeople(columns);
    }

    /** People of rows that come as arrays, by identifiers alone: {@code matching: off}. */
    public static People byIdentifiers(Columns columns, List<String> headers) {
        return new People(columns, headers, false, false);
    }

    /**
     * People of rows that come as arrays, as a hub with the rules of the columns finds them: identifiers come first and link, no
     * limit or exclusive identifier is crossed, and from {@code merge_above} on two are one.
     */
    public static People byRules(Columns columns, List<String> headers) {
        return new People(columns, headers, columns.fields().size() > 1, true);
    }

    /** Adds a row; columns that it lacks say nothing. */
    public void add(Map<String, ?> row) {
        if (ruled != null) {
            ruled.add(row);
            return;
        }
        if (sample == null) {
            numbered.add(row);
            return;
        }
        List<String> values = new ArrayList<>(columns.fields().size());
        for (Meaning field : columns.fields()) {
            values.add(field.value(row));
        }
        sample.add(values);
    }

    /** Adds a row, aligned with the headers. */
    public void add(String[] row) {
        if (sample == null) {
            Map<String, String> named = new LinkedHashMap<>();
            for (int i = 0; i < row.length && i < headers.size(); i++) {
                named.put(headers.get(i), row[i]);
            }
            add(named);
            return;
        }
        String[] values = new String[places.length];
        for (int i = 0; i < places.length; i++) {
            String[] parts = new String[places[i].length];
            for (int j = 0; j < parts.length; j++) {
                int place = places[i][j];
                parts[j] = place < 0 || place >= row.length ? null : row[place];
            }
            values[i] = columns.fields().get(i).value(parts);
        }
        sample.add(Arrays.asList(values));
    }

    /** Each row's person, numbered from 0 in the order of the rows; a row that says nothing is a person of its own. */
    public int[] resolve() {
        return resolve(FitSettings.usual()).people();
    }

    /** Who is who, and how that was found. No row may be added after this. */
    public Result resolve(FitSettings settings) {
        if (ruled != null) {
            return ruled.resolve(settings);
        }
        if (sample == null) {
            return new Result(numbered.resolve(), null, 0, new int[0], new int[0], new int[0], Map.of());
        }
        Map<String, Double> seconds = new LinkedHashMap<>();
        long read = System.nanoTime();
        seconds.put("read", (read - started) / 1e9);
        Matcher matcher = Matcher.learning(sample, settings);
        Model model = matcher.model();
        long fitted = System.nanoTime();
        seconds.put("fit", (fitted - read) / 1e9);
        Matches matches = matcher.match(model.weightOf(MERGE_ABOVE));
        seconds.put("match", (System.nanoTime() - fitted) / 1e9);
        return new Result(
                matches.people(),
                model,
                matches.candidates().compared(),
                matches.candidates().left(),
                matches.candidates().right(),
                matches.candidates().weight(),
                seconds);
    }

    /**
     * Who is who among rows, and how that was found. Rows are numbered from 0 in the order of adding.
     *
     * @param people each row's person, numbered from 0 in the order of the rows
     * @param model that was learned; null when only identifiers were used
     * @param pairs how many pairs were compared
     * @param left rows of the pairs that reached the model's floor
     * @param right in step
     * @param weight in step, hundredths of a bit
     * @param seconds by phase: read, fit, match
     */
    public record Result(
            int[] people,
            Model model,
            long pairs,
            int[] left,
            int[] right,
            int[] weight,
            Map<String, Double> seconds) {}
}
