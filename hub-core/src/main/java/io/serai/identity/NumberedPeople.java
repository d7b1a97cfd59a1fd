package io.serai.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the people among the rows of one table by identifiers alone: no store, no ids, everything in memory. */
final class NumberedPeople {

    private record Saying(List<Identifier> identifiers, Evidence evidence) {}

    private final Columns columns;
    private final Identifiers identifiers;
    private final Map<Saying, Integer> sayings = new HashMap<>();
    private final List<Signature> signatures = new ArrayList<>();
    private int[] signatureOf = new int[1024];
    private int rows;

    /** @param columns what the rows' columns mean and the rules for them */
    NumberedPeople(Columns columns) {
        this.columns = columns;
        this.identifiers = Identifiers.of(columns.rules());
    }

    /** Adds a row; columns that it lacks say nothing. */
    void add(Map<String, ?> row) {
        Set<Identifier> said = new TreeSet<>();
        columns.identifiers()
                .forEach((column, name) ->
                        identifiers.normalise(name, row.get(column)).ifPresent(said::add));
        if (rows == signatureOf.length) {
            signatureOf = Arrays.copyOf(signatureOf, rows * 2);
        }
        if (said.isEmpty()) {
            signatureOf[rows++] = -1;
            return;
        }
        Evidence evidence = Evidence.of(
                value(row, columns.firstName()), value(row, columns.lastName()), value(row, columns.birthDate()));
        Saying saying = new Saying(List.copyOf(said), evidence);
        signatureOf[rows++] = sayings.computeIfAbsent(saying, key -> {
            signatures.add(new Signature(signatures.size(), key.identifiers(), key.evidence()));
            return signatures.size() - 1;
        });
    }

    private static Object value(Map<String, ?> row, String column) {
        return column == null ? null : row.get(column);
    }

    /** Each row's person, numbered from 0 in the order of the rows; a row without identifiers is a person of its own. */
    int[] resolve() {
        Set<Identifier> overloaded = Overload.of(columns.rules(), signatures);
        Clustering clustering = Clustering.of(columns.rules(), signatures, overloaded, List.of());
        int[] clusterOf = new int[signatures.size()];
        int clusters = 0;
        for (List<Signature> cluster : clustering.clusters()) {
            for (Signature signature : cluster) {
                clusterOf[(int) signature.id()] = clusters;
            }
            clusters++;
        }
        int[] numbers = new int[clusters];
        int[] people = new int[rows];
        int last = 0;
        for (int row = 0; row < rows; row++) {
            if (signatureOf[row] < 0) {
                people[row] = last++;
            } else {
                int cluster = clusterOf[signatureOf[row]];
                numbers[cluster] = numbers[cluster] == 0 ? ++last : numbers[cluster];
                people[row] = numbers[cluster] - 1;
            }
        }
        return people;
    }
}
