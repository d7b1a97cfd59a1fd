package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Numbers for names: traits, identifiers and events are stored by number. The writing connection keeps them in memory. */
final class Names {

    private final Connection connection;
    private final String table;
    private final Map<String, Long> ids = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();
    /** The names in their order, and the place of each number's name; null until asked for. */
    private String[] sorted;

    private int[] ranks;

    /** @param table {@code trait_name}, {@code identifier_name} or {@code event_name} */
    static Names of(Connection connection, String table) throws SQLException {
        return PreparedStatements.remembered(connection, table, () -> new Names(connection, table));
    }

    private Names(Connection connection, String table) throws SQLException {
        this.connection = connection;
        this.table = table;
        Sql.each(connection, row -> remember(row.getLong(1), row.getString(2)), "SELECT id, name FROM " + table);
    }

    /** The number of a name; given out now when it is new. */
    long id(String name) throws SQLException {
        Long known = ids.get(name);
        if (known != null) {
            return known;
        }
        long id = Sql.number(connection, "SELECT coalesce(max(id), 0) + 1 FROM " + table);
        Sql.update(connection, "INSERT INTO " + table + " (id, name) VALUES (?, ?)", id, name);
        remember(id, name);
        return id;
    }

    /** The number of a name, or -1. */
    long known(String name) {
        return ids.getOrDefault(name, -1L);
    }

    String name(long id) {
        return names.get(id);
    }

    /** The place of a number's name among all names in their order. */
    int rank(long id) {
        if (sorted == null) {
            rank();
        }
        return ranks[(int) id];
    }

    /** The name at a place that {@link #rank} gave. */
    String ranked(int rank) {
        return sorted[rank];
    }

    private void rank() {
        sorted = names.values().stream().sorted().toArray(String[]::new);
        ranks = new int[Math.toIntExact(Collections.max(names.keySet())) + 1];
        for (int rank = 0; rank < sorted.length; rank++) {
            ranks[ids.get(sorted[rank]).intValue()] = rank;
        }
    }

    /** The numbers that names have now. */
    Map<String, Long> numbers() {
        return Map.copyOf(ids);
    }

    Map<Long, String> all() {
        return Map.copyOf(names);
    }

    private void remember(long id, String name) {
        ids.put(name, id);
        names.put(id, name);
        sorted = null;
    }
}
