package io.serai.connectors.jdbc;

import io.serai.spi.Mutation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Tells which rows a table certainly lacks, by one question for many: those can be inserted without trying to update them first.
 * What the table's key makes of a text (numbers, cases, blanks at the end) only the database knows; where it answers with a key that
 * nobody asked for in these words, nothing is certain.
 */
final class KnownKeys {

    private static final int MOST = 500;

    private final Connection connection;
    private final String question;
    private final Binding binding;

    /** Binds the key of a row. */
    interface Binding {
        void bind(PreparedStatement statement, int index, Mutation row) throws SQLException;
    }

    /**
     * @param table as SQL names it
     * @param key the quoted column
     */
    KnownKeys(Connection connection, String table, String key, Binding binding) {
        this.connection = connection;
        this.question = "SELECT " + key + " FROM " + table + " WHERE " + key + " IN (";
        this.binding = binding;
    }

    /** Those that the table lacks, the first of each key. */
    Set<Mutation> absent(List<Mutation> rows) throws SQLException {
        Set<Mutation> absent = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int from = 0; from < rows.size(); from += MOST) {
            absent.addAll(among(rows.subList(from, Math.min(rows.size(), from + MOST))));
        }
        return absent;
    }

    private List<Mutation> among(List<Mutation> rows) throws SQLException {
        Set<String> there = there(rows);
        Set<String> asked = new HashSet<>();
        List<Mutation> absent = new ArrayList<>();
        for (Mutation row : rows) {
            if (asked.add(row.match()) && !there.contains(row.match())) {
                absent.add(row);
            }
        }
        return asked.containsAll(there) ? absent : List.of();
    }

    private Set<String> there(List<Mutation> rows) throws SQLException {
        String sql = question + String.join(", ", Collections.nCopies(rows.size(), "?")) + ")";
        Set<String> there = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < rows.size(); i++) {
                binding.bind(statement, i + 1, rows.get(i));
            }
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    there.add(found.getString(1));
                }
            }
        }
        return there;
    }
}
