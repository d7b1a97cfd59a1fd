package io.serai.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryStoreTest {

    private static final long FILE = 1;
    private static final long MEMORY = 2;

    @TempDir
    private Path folder;

    @Test
    void a_transaction_that_has_temporary_tables_goes_on_with_what_it_had() {
        try (SqliteDatabase database = SqliteDatabase.openForWriting(folder.resolve("hub.db"), "test")) {
            database.write(connection -> {
                assertThat(where(connection)).isEqualTo(MEMORY);
                TemporaryStore.inFiles(connection);
                assertThat(where(connection)).isEqualTo(FILE);
                Sql.update(connection, "CREATE TEMP TABLE some (id INTEGER PRIMARY KEY)");
                Sql.update(connection, "INSERT INTO temp.some VALUES (7)");
                TemporaryStore.inMemory(connection);
                assertThat(where(connection)).isEqualTo(FILE);
                assertThat(Sql.number(connection, "SELECT id FROM temp.some")).isEqualTo(7);
                return null;
            });
        }
    }

    private static long where(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA temp_store")) {
            return rows.getLong(1);
        }
    }
}
