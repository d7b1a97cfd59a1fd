package io.serai.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The rows of a table as signatures: rows that say the same are one. */
final class SignatureRows {

    private record Saying(List<Identifier> identifiers, Evidence evidence, List<String> said) {}

    private final Columns columns;
    private final Identifiers identifiers;
    private final boolean compared;
    private final Map<Saying, Integer> sayings = new HashMap<>();
    private final List<Signature> signatures = new ArrayList<>();
    private int[] signatureOf = new int[1024];
    private int rows;

    /**
     * @param columns what the rows' columns mean and the rules for them
     * @param compared whether what is compared is part of what a row says
     */
    SignatureRows(Columns columns, boolean compared) {
        this.columns = columns;
        this.compared = compared;
        identifiers = Identifiers.of(columns.rules());
    }

    /** Adds a row; columns that it lacks say nothing. */
    List<String> add(Map<String, ?> row) {
        Set<Identifier> named = new TreeSet<>();
        columns.identifiers()
                .forEach((column, name) ->
                        identifiers.normalise(name, row.get(column)).ifPresent(named::add));
        List<String> said = compared ? said(row) : List.of();
        boolean silent = said.stream().allMatch(value -> value == null);
        if (rows == signatureOf.length) {
            signatureOf = Arrays.copyOf(signatureOf, rows * 2);
        }
        if (named.isEmpty() && silent) {
            signatureOf[rows++] = -1;
            return said;
        }
        Evidence evidence = Evidence.of(
                value(row, columns.firstName()), value(row, columns.lastName()), value(row, columns.birthDate()));
        Saying saying = new Saying(List.copyOf(named), evidence, silent ? List.of() : said);
        signatureOf[rows++] = sayings.computeIfAbsent(saying, key -> {
            signatures.add(new Signature(signatures.size(), key.identifiers(), key.evidence(), key.said()));
            return signatures.size() - 1;
        });
        return said;
    }

    /** The values of the compared fields; of one that is an identifier, too, the normalised value. */
    private List<String> said(Map<String, ?> row) {
        List<String> said = new ArrayList<>(columns.fields().size());
        for (Meaning field : columns.fields()) {
            String rule = rule(field);
            String value = rule == null
                    ? field.value(row)
                    : identifiers
                            .normalise(rule, row.get(field.columns().get(0)))
                            .map(Identifier::value)
                            .orElse(null);
            said.add(value == null || value.isBlank() ? null : value);
        }
        return said;
    }

    /** The name of the rule by which a compared field is an identifier; null when it is none. */
    String rule(Meaning field) {
        return field.columns().size() == 1
                ? columns.identifiers().get(field.columns().get(0))
                : null;
    }

    private static Object value(Map<String, ?> row, String column) {
        return column == null ? null : row.get(column);
    }

    /** Of each the number is its place. */
    List<Signature> signatures() {
        return signatures;
    }

    /** The signature's number of a row; -1 when it says nothing. */
    int signatureOf(int row) {
        return signatureOf[row];
    }

    int rows() {
        return rows;
    }

    /** Each row's person, numbered from 0 in the order of the rows; a row that says nothing is a person of its own. */
    int[] people(Clustering clustering) {
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
