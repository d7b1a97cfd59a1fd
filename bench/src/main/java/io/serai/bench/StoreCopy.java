package io.serai.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All tables of a finished store, put into a fresh file by the engine itself, their indexes last: the least that writing them costs. */
final class StoreCopy {

    private final Path store;

    StoreCopy(Path store) {
        this.store = store;
    }

    Measure measure(Limit limit) throws IOException, InterruptedException {
        List<String> timed = new ArrayList<>();
        for (String[] table : schema("table")) {
            timed.add(table[1]);
            timed.add("INSERT INTO main.\"" + table[0] + "\" SELECT * FROM store.\"" + table[0] + "\"");
        }
        schema("index").forEach(index -> timed.add(index[1]));
        return limit.fresh("copy", List.of("ATTACH 'file:" + store + "?mode=ro' AS store"), timed);
    }

    /** Names and statements, in one line each. */
    private List<String[]> schema(String type) throws IOException {
        List<String[]> found = new ArrayList<>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:file:" + store + "?mode=ro");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT name, sql FROM sqlite_master WHERE type = '" + type
                        + "' AND sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid")) {
            while (rows.next()) {
                found.add(new String[] {
                    rows.getString(1),
                    rows.getString(2).replaceAll("--[^\n]*", "").replace('\n', ' ')
                });
            }
        } catch (SQLException e) {
            throw new IOException("Cannot read " + store, e);
        }
        return found;
    }
}
