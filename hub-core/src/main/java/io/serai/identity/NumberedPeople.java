package io.serai.identity;

import java.util.List;
import java.util.Map;

/** Finds the people among the rows of one table by identifiers alone: no store, no ids, everything in memory. */
final class NumberedPeople {

    private final IdentityRules rules;
    private final SignatureRows rows;

    /** @param columns what the rows' columns mean and the rules for them */
    NumberedPeople(Columns columns) {
        rules = columns.rules();
        rows = new SignatureRows(columns, false);
    }

    /** Adds a row; columns that it lacks say nothing. */
    void add(Map<String, ?> row) {
        rows.add(row);
    }

    /** Each row's person, numbered from 0 in the order of the rows; a row without identifiers is a person of its own. */
    int[] resolve() {
        return rows.people(Clustering.of(rules, rows.signatures(), Overload.of(rules, rows.signatures()), List.of()));
    }
}
