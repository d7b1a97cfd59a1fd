package io.serai.store;

import io.serai.record.StreamName;
import io.serai.spi.Cursor;
import io.serai.sync.Checkpoints;
import java.time.Instant;

/** Checkpoints in SQLite. */
public final class SqliteCheckpoints implements Checkpoints {

    private final SqliteDatabase database;

    public SqliteCheckpoints(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public Cursor load(String route, StreamName stream) {
        return database
                .read(connection -> Sql.list(
                        connection,
                        row -> new Cursor(row.getString(1)),
                        "SELECT cursor FROM checkpoint WHERE route = ? AND stream = ?",
                        route,
                        stream.toString()))
                .stream()
                .findFirst()
                .orElse(Cursor.START);
    }

    @Override
    public void save(String route, StreamName stream, Cursor cursor, long run, Instant at) {
        database.write(connection -> Sql.update(
                connection,
                "INSERT INTO checkpoint (route, stream, cursor, run_id, at) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (route, stream) DO UPDATE SET cursor = excluded.cursor,"
                        + " run_id = excluded.run_id, at = excluded.at",
                route,
                stream.toString(),
                cursor.value(),
                run,
                at.toEpochMilli()));
    }

    @Override
    public void reset(String route, StreamName stream) {
        database.write(connection -> Sql.update(
                connection, "DELETE FROM checkpoint WHERE route = ? AND stream = ?", route, stream.toString()));
    }
}
