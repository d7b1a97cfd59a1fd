package io.serai.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bytes on disk that each table and index of a store takes, as SQLite's {@code dbstat} counts its pages; the largest first. */
record StoreBytes(Map<String, Long> bytes) {

    static StoreBytes of(Path store) throws IOException {
        Map<String, Long> bytes = new LinkedHashMap<>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:file:" + store + "?mode=ro");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT name, sum(pgsize) FROM dbstat GROUP BY name HAVING sum(pgsize) > 100000 ORDER BY 2"
                                + " DESC")) {
            while (rows.next()) {
                bytes.put(rows.getString(1), rows.getLong(2));
            }
        } catch (SQLException e) {
            throw new IOException("Cannot count the pages of " + store, e);
        }
        return new StoreBytes(bytes);
    }

    Map<String, Double> perRecord(long records) {
        Map<String, Double> each = new LinkedHashMap<>();
        bytes.forEach((name, all) -> each.put(name, (double) all / records));
        return each;
    }
}
