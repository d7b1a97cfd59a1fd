package io.serai.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What somebody meant who wrote a name that does not exist. The distance is optimal string alignment (Damerau 1964,
 * Levenshtein 1966): insertions, deletions, replacements and swaps of neighbours count one each.
 */
public final class Suggestion {

    private static final int LISTED = 12;

    private Suggestion() {}

    /** The known name that is nearest to the written one, when it is near enough to be meant. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        String lower = written.toLowerCase(Locale.ROOT);
        int allowed = Math.max(1, Math.min(3, written.length() / 3));
        return known.stream()
                .filter(name -> Math.abs(name.length() - written.length()) <= allowed)
                .filter(name -> !name.equals(written))
                .filter(name -> distance(lower, name.toLowerCase(Locale.ROOT)) <= allowed)
                .min(Comparator.<String>comparingInt(name -> distance(lower, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A sentence for a hint: the nearest name, else all names when they are few, else nothing. */
    public static String hint(String written, Collection<String> known) {
        Optional<String> nearest = nearest(written, known);
        if (nearest.isPresent()) {
            return "Did you mean \"" + nearest.get() + "\"?";
        }
        if (known.isEmpty() || known.size() > LISTED) {
            return "";
        }
        return (known.size() == 1 ? "Known: " : "Known are: ") + String.join(", ", new TreeSet<>(known)) + ".";
    }

    static int distance(String left, String right) {
        int[] before = new int[right.length() + 1];
        int[] previous = new int[right.length() + 1];
        int[] current = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                boolean same = left.charAt(row - 1) == right.charAt(column - 1);
                int best = Math.min(
                        Math.min(current[column - 1], previous[column]) + 1, previous[column - 1] + (same ? 0 : 1));
                if (row > 1
                        && column > 1
                        && left.charAt(row - 1) == right.charAt(column - 2)
                        && left.charAt(row - 2) == right.charAt(column - 1)) {
                    best = Math.min(best, before[column - 2] + 1);
                }
                current[column] = best;
            }
            int[] freed = before;
            before = previous;
            previous = current;
            current = freed;
        }
        return previous[right.length()];
    }
}
