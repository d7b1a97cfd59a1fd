package io.serai.store;

import io.serai.sync.Ledger;
import io.serai.sync.Settled;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Who of each sync need not be read again. */
final class SettledTable {

    private SettledTable() {}

    static Optional<Settled> of(Connection connection, long sync) throws SQLException {
        return Sql.first(
                connection,
                row -> new Settled(
                        row.getLong(1),
                        row.getLong(2),
                        BitColumn.read(row, 3),
                        new Ledger.Contents(BitColumn.read(row, 4), BitColumn.read(row, 5))),
                "SELECT version, terms, people, listed, held FROM settled WHERE sync_id = ?",
                sync);
    }

    static void save(Connection connection, long sync, Settled settled) throws SQLException {
        Sql.update(
                connection,
                "INSERT OR REPLACE INTO settled (sync_id, version, terms, people, listed, held) VALUES (?, ?, ?, ?, ?, ?)",
                sync,
                settled.version(),
                settled.terms(),
                BitColumn.bytes(settled.people()),
                BitColumn.bytes(settled.contents().listed()),
                BitColumn.bytes(settled.contents().held()));
    }

    /** The ledger is not as it was. */
    static void forget(Connection connection, long sync) throws SQLException {
        Sql.update(connection, "DELETE FROM settled WHERE sync_id = ?", sync);
    }
}
