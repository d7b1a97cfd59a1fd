package io.serai.store;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.jdbc4.JDBC4Connection;

/** A connection to an SQLite file that keeps its statements. For one thread at a time. */
final class KeepingConnection extends JDBC4Connection implements PreparedStatements {

    private static final int MOST = 256;

    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>(64, .75f, true);
    private final Map<String, Object> memory = new HashMap<>();

    KeepingConnection(Path file, SQLiteConfig config) throws SQLException {
        super("jdbc:sqlite:" + file, file.toString(), config.toProperties());
    }

    @Override
    @SuppressWarnings("unchecked") // a name always stands for the same reading
    public <T> T remembered(String name, Reading<T> reading) throws SQLException {
        Object known = memory.get(name);
        if (known == null) {
            known = reading.read();
            memory.put(name, known);
        }
        return (T) known;
    }

    @Override
    public void forget(String name) {
        memory.remove(name);
    }

    /** Forgets all that was read. */
    void forget() {
        memory.clear();
    }

    @Override
    public PreparedStatement take(String sql) throws SQLException {
        PreparedStatement known = idle.remove(sql);
        return known == null ? prepareStatement(sql) : known;
    }

    @Override
    public void giveBack(String sql, PreparedStatement statement) throws SQLException {
        if (idle.size() >= MOST || idle.containsKey(sql)) {
            statement.close();
            return;
        }
        statement.clearBatch();
        statement.clearParameters();
        idle.put(sql, statement);
    }

    @Override
    public void rollback() throws SQLException {
        memory.clear();
        super.rollback();
    }

    @Override
    public void rollback(Savepoint savepoint) throws SQLException {
        memory.clear();
        super.rollback(savepoint);
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : idle.values()) {
            statement.close();
        }
        idle.clear();
        super.close();
    }
}
