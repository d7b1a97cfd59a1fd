package io.serai.store;

import io.serai.record.Payload;
import io.serai.record.StreamName;
import io.serai.sync.Ledger;
import io.serai.sync.LedgerRow;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The ledger in SQLite. */
public final class SqliteLedger implements Ledger {

    private static final String IN = " IN (SELECT value FROM json_each(?))";

    private final SqliteDatabase database;

    public SqliteLedger(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public long sync(String route, StreamName destination) {
        return database.write(connection -> {
            Sql.update(
                    connection,
                    "INSERT INTO sync (route, destination) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    route,
                    destination.toString());
            return Sql.number(
                    connection,
                    "SELECT id FROM sync WHERE route = ? AND destination = ?",
                    route,
                    destination.toString());
        });
    }

    @Override
    public long held(long sync) {
        return database.read(connection ->
                Sql.number(connection, "SELECT count(*) FROM ledger WHERE sync_id = ? AND match IS NOT NULL", sync));
    }

    @Override
    public boolean untouched(long sync) {
        return database.read(
                connection -> Sql.number(connection, "SELECT 1 FROM ledger WHERE sync_id = ? LIMIT 1", sync) == 0);
    }

    @Override
    public Map<Long, LedgerRow> rows(long sync, Collection<Long> profiles) {
        return database
                .read(connection -> Sql.list(
                        connection,
                        SqliteLedger::row,
                        "SELECT * FROM ledger WHERE sync_id = ? AND profile_id" + IN,
                        sync,
                        Sql.json(profiles)))
                .stream()
                .collect(Collectors.toMap(LedgerRow::profile, Function.identity()));
    }

    @Override
    public List<LedgerRow> after(long sync, long profile, int limit) {
        return database.read(connection -> Sql.list(
                connection,
                SqliteLedger::row,
                "SELECT * FROM ledger WHERE sync_id = ? AND profile_id > ? ORDER BY profile_id LIMIT ?",
                sync,
                profile,
                limit));
    }

    @Override
    public List<LedgerRow> matching(long sync, Collection<String> matches) {
        return database.read(connection -> Sql.list(
                connection,
                SqliteLedger::row,
                "SELECT * FROM ledger WHERE sync_id = ? AND fields IS NOT NULL AND match" + IN + " ORDER BY profile_id",
                sync,
                Sql.json(matches)));
    }

    @Override
    public Set<String> heldElsewhere(long sync, Collection<String> matches, String tag) {
        return new HashSet<>(database.read(connection -> Sql.list(
                connection,
                row -> row.getString(1),
                "SELECT DISTINCT match FROM ledger WHERE sync_id IN (SELECT other.id FROM sync JOIN sync other"
                        + " ON other.destination = sync.destination AND other.id <> sync.id WHERE sync.id = ?)"
                        + " AND fields IS NOT NULL AND (? IS NULL OR json_extract(fields, '$.tag') = ?) AND match" + IN,
                sync,
                tag,
                tag,
                Sql.json(matches))));
    }

    @Override
    public List<Merged> merged(long sync, long afterProfile, int limit) {
        return database.read(connection -> Sql.list(
                connection,
                row -> new Merged(row(row), row.getLong("survivor")),
                "SELECT ledger.*, (WITH RECURSIVE way (id, next) AS (SELECT id, merged_into FROM profile"
                        + " WHERE id = ledger.profile_id UNION SELECT profile.id, profile.merged_into FROM profile"
                        + " JOIN way ON profile.id = way.next) SELECT id FROM way WHERE next IS NULL) survivor"
                        + " FROM profile JOIN ledger ON ledger.profile_id = profile.id"
                        + " WHERE profile.merged_into IS NOT NULL AND profile.id > ? AND ledger.sync_id = ?"
                        + " ORDER BY profile.id LIMIT ?",
                afterProfile,
                sync,
                limit));
    }

    @Override
    public void save(long sync, List<LedgerRow> rows) {
        database.write(connection -> {
            String sql =
                    "INSERT OR REPLACE INTO ledger (sync_id, profile_id, match, remote_id, fields, hash, added, refused,"
                            + " at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (LedgerRow row : rows) {
                    Sql.bind(
                            statement,
                            sync,
                            row.profile(),
                            row.match(),
                            row.remoteId(),
                            row.fields() == null ? null : Payload.text(row.fields()),
                            row.hash(),
                            row.added() ? 1 : 0,
                            row.refused(),
                            row.at());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            return null;
        });
    }

    @Override
    public void forget(long sync, Collection<Long> profiles) {
        database.write(connection -> Sql.update(
                connection, "DELETE FROM ledger WHERE sync_id = ? AND profile_id" + IN, sync, Sql.json(profiles)));
    }

    @Override
    public void clear(long sync) {
        database.write(connection -> Sql.update(connection, "DELETE FROM ledger WHERE sync_id = ?", sync));
    }

    @Override
    public void retry(long sync, Collection<Long> profiles) {
        database.write(connection -> Sql.update(
                connection,
                "UPDATE ledger SET refused = 0 WHERE sync_id = ? AND profile_id" + IN,
                sync,
                Sql.json(profiles)));
    }

    private static LedgerRow row(ResultSet row) throws SQLException {
        String fields = row.getString("fields");
        return new LedgerRow(
                row.getLong("profile_id"),
                row.getString("match"),
                row.getString("remote_id"),
                fields == null ? null : Payload.fields(fields),
                row.getLong("hash"),
                row.getInt("added") == 1,
                row.getLong("refused"),
                row.getLong("at"));
    }
}
