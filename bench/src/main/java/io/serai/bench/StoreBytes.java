package io.serai.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The bytes on disk that each table and index of a store takes, as SQLite's {@code dbstat} counts its pages; the largest first.
 *
 * @param records how many it holds
 * @param profiles how many live ones it holds
 */
record StoreBytes(Map<String, Long> bytes, long records, long profiles) {

    static StoreBytes of(Path store) throws IOException {
        Map<String, Long> bytes = new LinkedHashMap<>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:file:" + store + "?mode=ro");
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery(
                    "SELECT name, sum(pgsize) FROM dbstat GROUP BY name HAVING sum(pgsize) > 100000 ORDER BY 2 DESC")) {
                while (rows.next()) {
                    bytes.put(rows.getString(1), rows.getLong(2));
                }
            }
            try (var rows = statement.executeQuery(
                    "SELECT (SELECT count(*) FROM record), (SELECT count(*) FROM profile WHERE live = 1)")) {
                return new StoreBytes(bytes, rows.getLong(1), rows.getLong(2));
            }
        } catch (SQLException e) {
            throw new IOException("Cannot count the pages of " + store, e);
        }
    }
}
