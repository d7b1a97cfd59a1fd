package io.serai.connectors.jdbc;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the name that was probably meant. Optimal string alignment distance. */
final class Nearest {

    private static final int FARTHEST = 3;

    private Nearest() {}

    /** The end of a sentence: {@code , did you mean "x"?}, or the names there are, or nothing. */
    static String advice(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(lower(name), lower(candidate)) <= Math.min(FARTHEST, name.length() / 2))
                .min(Comparator.comparingInt(candidate -> distance(lower(name), lower(candidate))))
                .map(candidate -> ": did you mean \"" + candidate + "\"?")
                .orElse(
                        known.isEmpty()
                                ? ""
                                : ": it has "
                                        + String.join(
                                                ", ",
                                                known.stream()
                                                        .sorted()
                                                        .limit(20)
                                                        .toList()));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                cost[i][j] =
                        Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
