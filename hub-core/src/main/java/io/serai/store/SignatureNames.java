package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** What signatures are called where people read of them. */
final class SignatureNames {

    private final Connection connection;
    private final Map<Long, String> records = new HashMap<>();

    SignatureNames(Connection connection) {
        this.connection = connection;
    }

    /** "shop/orders W-1 and 3 more". */
    String records(long signature) {
        return records.computeIfAbsent(signature, this::find);
    }

    private String find(long signature) {
        try {
            return Sql.first(
                            connection,
                            row -> row.getString(1)
                                    + (row.getLong(2) > 1 ? " and " + (row.getLong(2) - 1) + " more" : ""),
                            """
                            SELECT f.connection || '/' || f.stream || ' ' || r.key, s.records
                            FROM signature s JOIN record_state rs ON rs.signature_id = s.id
                            JOIN record r ON r.id = rs.record_id JOIN feed f ON f.id = s.feed_id
                            WHERE s.id = ? ORDER BY r.id LIMIT 1""",
                            signature)
                    .orElse("a record that is gone");
        } catch (SQLException e) {
            throw StoreException.of("explain a profile", e);
        }
    }

    /** The run in which the later of two came, as words: ", since run 12"; nothing when it is not known. */
    String since(long left, long right) {
        try {
            long run = Sql.number(connection, "SELECT max(run_id) FROM signature WHERE id IN (?, ?)", left, right);
            return run == 0 ? "" : ", since run " + run;
        } catch (SQLException e) {
            throw StoreException.of("explain a profile", e);
        }
    }

    /** The number of its profile; 0 for none. */
    long profile(long signature) {
        try {
            return Sql.number(connection, "SELECT coalesce(profile_id, 0) FROM signature WHERE id = ?", signature);
        } catch (SQLException e) {
            throw StoreException.of("explain a profile", e);
        }
    }
}
