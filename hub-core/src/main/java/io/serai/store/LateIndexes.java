package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The indexes that a first load makes when all is written: sorted at once they cost a fraction of what they cost row by row. The
 * store remembers what they are, so that they are made whatever happens.
 */
final class LateIndexes {

    private static final String KEY = "first_load";

    private static final List<String> INDEXES = List.of(
            "record_key",
            "record_state_signature",
            "signature_hash",
            "signature_profile",
            "signature_identifier_value",
            "timeline_signature",
            "timeline_time");

    private final Connection connection;

    LateIndexes(Connection connection) {
        this.connection = connection;
    }

    /** Whether a first load has taken them away. */
    boolean missing() throws SQLException {
        return remembered().isPresent();
    }

    private Optional<String> remembered() throws SQLException {
        return Meta.of(connection, KEY);
    }

    void take() throws SQLException {
        List<String> made = Sql.list(
                connection,
                row -> row.getString(1),
                "SELECT sql FROM sqlite_master WHERE type = 'index' AND name IN (SELECT value FROM json_each(?))",
                Sql.json(INDEXES));
        Sql.update(connection, "INSERT INTO meta (key, value) VALUES (?, ?)", KEY, String.join(";\n", made));
        for (String index : INDEXES) {
            Sql.update(connection, "DROP INDEX " + index);
        }
    }

    /** Makes those that tell nothing of signatures, which are not written yet; the others are still to be made. */
    void makeOfRecords() throws SQLException {
        List<String> later = new ArrayList<>();
        for (String sql : remembered().orElse("").split(";\n")) {
            if (sql.contains(" ON signature")) {
                later.add(sql);
            } else {
                IndexLast.make(connection, sql);
            }
        }
        Sql.update(connection, "UPDATE meta SET value = ? WHERE key = ?", String.join(";\n", later), KEY);
    }

    /** Makes them; the load has ended then. */
    void make() throws SQLException {
        restore();
        Meta.remove(connection, KEY);
    }

    /** Makes them, and still knows of the load. */
    void restore() throws SQLException {
        for (String sql : remembered().orElse("").split(";\n")) {
            if (!sql.isEmpty()) {
                IndexLast.make(connection, sql);
            }
        }
        Sql.update(connection, "UPDATE meta SET value = '' WHERE key = ?", KEY);
    }
}
