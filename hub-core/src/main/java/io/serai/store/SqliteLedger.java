package io.serai.store;

import io.serai.record.Payload;
import io.serai.record.StreamName;
import io.serai.sync.Ledger;
import io.serai.sync.LedgerRow;
import io.serai.sync.Settled;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ledger in SQLite. */
public final class SqliteLedger implements Ledger {

    private static final String IN = " IN (SELECT value FROM json_each(?))";

    private static final String COLUMNS =
            "ledger.profile_id, ledger.match, ledger.remote_id, ledger.fields, ledger.hash,"
                    + " ledger.added, ledger.refused, ledger.at";

    private static final String COPY =
            "INSERT INTO ledger (sync_id, profile_id, match, remote_id, fields, hash, added, refused, at)"
                    + " SELECT ?, profile_id, match, remote_id, fields, hash, ?, 0, ? FROM plan_row WHERE plan_id = ?"
                    + " AND phase = ? AND profile_id BETWEEN ? AND ? AND op = 'add' AND state IN ('due', 'taken')"
                    + " ORDER BY profile_id";

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
    public Contents contents(long sync) {
        BitSet listed = new BitSet();
        BitSet held = new BitSet();
        database.read(connection -> {
            Sql.each(
                    connection,
                    row -> {
                        listed.set(row.getInt(1));
                        held.set(row.getInt(1), row.getInt(2) == 1);
                    },
                    "SELECT profile_id, match IS NOT NULL FROM ledger WHERE sync_id = ?",
                    sync);
            return null;
        });
        return new Contents(listed, held);
    }

    @Override
    public Map<Long, LedgerRow> rows(long sync, Collection<Long> profiles) {
        ProfileSet set = ProfileSet.of(profiles);
        Map<Long, LedgerRow> rows = new HashMap<>();
        database.read(connection -> {
            Sql.each(
                    connection,
                    row -> {
                        if (set.row(row.getLong(1)) >= 0) {
                            rows.put(row.getLong(1), row(row));
                        }
                    },
                    "SELECT " + COLUMNS + " FROM ledger WHERE sync_id = ? AND " + set.condition("profile_id"),
                    set.after(sync));
            return null;
        });
        return rows;
    }

    @Override
    public List<LedgerRow> after(long sync, long profile, int limit) {
        return database.read(connection -> Sql.list(
                connection,
                SqliteLedger::row,
                "SELECT " + COLUMNS + " FROM ledger WHERE sync_id = ? AND profile_id > ? ORDER BY profile_id LIMIT ?",
                sync,
                profile,
                limit));
    }

    @Override
    public List<LedgerRow> matching(long sync, Collection<String> matches) {
        return database.read(connection -> Sql.list(
                connection,
                SqliteLedger::row,
                "SELECT " + COLUMNS + " FROM ledger WHERE sync_id = ? AND fields IS NOT NULL AND match" + IN
                        + " ORDER BY profile_id",
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
                row -> new Merged(row(row), row.getLong(9)),
                "SELECT " + COLUMNS + ", (WITH RECURSIVE way (id, next) AS (SELECT id, merged_into FROM profile"
                        + " WHERE id = ledger.profile_id UNION SELECT profile.id, profile.merged_into FROM profile"
                        + " JOIN way ON profile.id = way.next) SELECT id FROM way WHERE next IS NULL) survivor"
                        // Left to itself, SQLite would look through the whole ledger.
                        + " FROM profile alias INDEXED BY profile_merged_into CROSS JOIN ledger"
                        + " ON ledger.profile_id = alias.id AND ledger.sync_id = ?2"
                        + " WHERE alias.merged_into IS NOT NULL AND alias.id > ?1 ORDER BY alias.id LIMIT ?3",
                afterProfile,
                sync,
                limit));
    }

    @Override
    public void save(long sync, List<LedgerRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.write(connection -> {
            SettledTable.forget(connection, sync);
            ManyRows insert = new ManyRows(
                    connection,
                    "INSERT OR REPLACE INTO ledger (sync_id, profile_id, match, remote_id, fields, hash, added, refused,"
                            + " at) VALUES ",
                    "(?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    9);
            for (LedgerRow row : rows) {
                insert.add(
                        sync,
                        row.profile(),
                        row.match(),
                        row.remoteId(),
                        row.fields() == null ? null : Payload.text(row.fields()),
                        row.hash(),
                        row.added() ? 1 : 0,
                        row.refused(),
                        row.at());
            }
            insert.flush();
            return null;
        });
    }

    /** The engine copies what the plan has. Whoever was erased from the plan meanwhile is at the destination all the same. */
    @Override
    public void confirm(long sync, long plan, int phase, List<LedgerRow> rows) {
        LedgerRow first = rows.get(0);
        database.write(connection -> {
            SettledTable.forget(connection, sync);
            int copied = Sql.update(
                    connection,
                    COPY,
                    sync,
                    first.added() ? 1 : 0,
                    first.at(),
                    plan,
                    phase,
                    first.profile(),
                    rows.get(rows.size() - 1).profile());
            if (copied != rows.size()) {
                save(sync, rows);
            }
            return null;
        });
    }

    @Override
    public void forget(long sync, Collection<Long> profiles) {
        write(sync, "DELETE FROM ledger WHERE sync_id = ? AND profile_id" + IN, sync, Sql.json(profiles));
    }

    @Override
    public void clear(long sync) {
        write(sync, "DELETE FROM ledger WHERE sync_id = ?", sync);
    }

    @Override
    public void retry(long sync, Collection<Long> profiles) {
        write(sync, "UPDATE ledger SET refused = 0 WHERE sync_id = ? AND profile_id" + IN, sync, Sql.json(profiles));
    }

    private void write(long sync, String sql, Object... parameters) {
        database.write(connection -> {
            SettledTable.forget(connection, sync);
            return Sql.update(connection, sql, parameters);
        });
    }

    @Override
    public Optional<Settled> settled(long sync) {
        return database.read(connection -> SettledTable.of(connection, sync));
    }

    @Override
    public void settle(long sync, Settled settled) {
        database.write(connection -> {
            SettledTable.save(connection, sync, settled);
            return null;
        });
    }

    /** @param row of {@link #COLUMNS} */
    private static LedgerRow row(ResultSet row) throws SQLException {
        String fields = row.getString(4);
        return new LedgerRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                fields == null ? null : Payload.unread(fields),
                row.getLong(5),
                row.getInt(6) == 1,
                row.getLong(7),
                row.getLong(8));
    }
}
