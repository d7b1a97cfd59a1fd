package io.serai.cli;

import io.serai.config.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The names of a table's columns.
 *
 * @param names in their order; "column_3" where none is written
 * @param truth the place of the column that tells who is who
 * @param isWritten whether the first line holds them; otherwise it is a row like the others
 */
record TableHeader(List<String> names, int truth, boolean isWritten) {

    private static final int SHOWN = 40;

    /**
     * Reads the first line.
     *
     * @param truth the name of the column that tells who is who; its number, where the line holds values and no names
     */
    static TableHeader of(Path file, List<String> first, String truth) {
        List<String> stripped = first.stream().map(String::strip).toList();
        if (!stripped.contains(truth) && areValues(stripped)) {
            return unnamed(file, first.size(), truth);
        }
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String written : stripped) {
            String name = written.isEmpty() ? "column_" + (names.size() + 1) : written;
            if (!seen.add(name)) {
                throw Refusal.usage(file + " has two columns named \"" + name + "\". Rename one of them.");
            }
            names.add(name);
        }
        if (!seen.contains(truth)) {
            throw unknown(file, truth, names);
        }
        return new TableHeader(List.copyOf(names), names.indexOf(truth), true);
    }

    private static TableHeader unnamed(Path file, int columns, String truth) {
        List<String> names = IntStream.rangeClosed(1, columns)
                .mapToObj(number -> "column_" + number)
                .toList();
        int place = names.indexOf(truth.startsWith("column_") ? truth : "column_" + truth);
        if (place < 0) {
            throw Refusal.usage(
                    file + " has no column \"" + truth + "\": its first line holds values, not the names of columns."
                            + " Write a line of names above it, or name the column by its number, 1 to " + columns
                            + ": --truth " + columns);
        }
        return new TableHeader(names, place, false);
    }

    /** Names of columns hold letters and no addresses; most values of people are dates, numbers and addresses. */
    private static boolean areValues(List<String> line) {
        long filled = line.stream().filter(cell -> !cell.isEmpty()).count();
        long values = line.stream()
                .filter(cell -> !cell.isEmpty()
                        && (cell.indexOf('@') > 0 || cell.chars().noneMatch(Character::isLetter)))
                .count();
        return line.size() > 1
                && (values * 2 >= filled && values > 0 || line.stream().anyMatch(TableHeader::isEmail));
    }

    private static boolean isEmail(String cell) {
        return cell.indexOf('@') > 0 && cell.indexOf('.', cell.indexOf('@')) > 0;
    }

    private static Refusal unknown(Path file, String column, List<String> names) {
        String near = Suggestion.nearest(column, names)
                .map(name -> " Did you mean \"" + name + "\"?")
                .orElse("");
        String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return Refusal.usage(file + " has no column \"" + column + "\"." + near + " Its columns are: " + shown
                + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more." : "."));
    }
}
