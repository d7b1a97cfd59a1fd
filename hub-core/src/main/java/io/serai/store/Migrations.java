package io.serai.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Brings a store's layout up to date: {@code sqlite/001.sql}, {@code 002.sql}, … each in one transaction. */
final class Migrations {

    static final int CURRENT = 13;

    private Migrations() {}

    static void migrate(Connection connection, Path file) throws SQLException {
        int version = version(connection);
        requireNotNewer(version, file);
        for (int next = version + 1; next <= CURRENT; next++) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                if (next > 1) {
                    // a load that died may have left a store that the script would not know
                    new LateIndexes(connection).restore();
                }
                for (String sql : script(next).split(";\\s*\\n")) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
                statement.execute("PRAGMA user_version = " + next);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    static void requireCurrent(Connection connection, Path file) throws SQLException {
        int version = version(connection);
        requireNotNewer(version, file);
        if (version < CURRENT) {
            throw new StoreException("The store " + file + " has layout " + version + "; this program reads " + CURRENT
                    + ". Any command that writes, such as hub sync, brings it up to date.");
        }
    }

    private static void requireNotNewer(int version, Path file) {
        if (version > CURRENT) {
            throw new StoreException("The store " + file + " was written by a newer hub (layout " + version
                    + ", this one knows " + CURRENT + "). Use that hub, or a backup from before the upgrade.");
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA user_version")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static String script(int number) {
        String name = "sqlite/%03d.sql".formatted(number);
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8) + "\n";
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + name, e);
        }
    }
}
