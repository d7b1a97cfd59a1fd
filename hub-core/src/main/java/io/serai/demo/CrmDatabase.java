package io.serai.demo;

import io.serai.demo.RetailData.CrmContact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The CRM's own database, {@code data/crm.db}: a real SQLite file that the hub reads by JDBC. */
final class CrmDatabase {

    private CrmDatabase() {}

    static void write(Path file, RetailData data) {
        if (Files.exists(file)) {
            return;
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(fresh);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + fresh)) {
                fill(connection, data);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        } catch (SQLException e) {
            throw new DemoException("Cannot make the demo's CRM " + file + ": " + e.getMessage());
        }
    }

    private static void fill(Connection connection, RetailData data) throws SQLException {
        connection.setAutoCommit(false);
        try (var create = connection.createStatement()) {
            create.execute("""
                    CREATE TABLE contacts (
                      id INTEGER PRIMARY KEY, given TEXT, family TEXT, mail TEXT, phone TEXT, birth_date TEXT, street TEXT,
                      town TEXT, postcode TEXT, loyalty_card TEXT, newsletter TEXT, updated_at TEXT NOT NULL)""");
            create.execute("CREATE INDEX contacts_updated_at ON contacts (updated_at)");
        }
        try (var insert = connection.prepareStatement("INSERT INTO contacts VALUES (?,?,?,?,?,?,?,?,?,?,?,?)")) {
            for (CrmContact contact : data.contacts()) {
                insert.setLong(1, contact.id());
                insert.setString(2, contact.given());
                insert.setString(3, contact.family());
                insert.setString(4, contact.mail());
                insert.setString(5, contact.phone());
                insert.setString(6, contact.birthDate().toString());
                insert.setString(7, contact.street());
                insert.setString(8, contact.town());
                insert.setString(9, contact.postcode());
                insert.setString(10, contact.card());
                insert.setString(11, contact.newsletter());
                insert.setString(12, contact.updated().toString());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
    }
}
