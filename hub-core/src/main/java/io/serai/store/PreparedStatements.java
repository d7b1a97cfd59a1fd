package io.serai.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A connection that keeps its statements, and what small tables say: a page of one record runs many small statements, and
 * preparing them is most of their cost.
 */
interface PreparedStatements {

    /** A statement that nobody else uses; to be given back. */
    PreparedStatement take(String sql) throws SQLException;

    /** Takes a statement back, whatever became of it. */
    void giveBack(String sql, PreparedStatement statement) throws SQLException;

    /** What was read under this name; kept by the connection until a transaction is undone or somebody asks to forget it. */
    <T> T remembered(String name, Reading<T> reading) throws SQLException;

    void forget(String name);

    /** Reads what is to be remembered. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws SQLException;
    }

    /** What any connection remembers; one that remembers nothing reads it again. */
    static <T> T remembered(Connection connection, String name, Reading<T> reading) throws SQLException {
        return connection instanceof PreparedStatements kept ? kept.remembered(name, reading) : reading.read();
    }

    /** To be called by whoever changes what is remembered. */
    static void forget(Connection connection, String name) {
        if (connection instanceof PreparedStatements kept) {
            kept.forget(name);
        }
    }

    /** The connection, able to keep its statements. For one thread at a time. */
    static Connection keeping(Connection connection) {
        Kept kept = new Kept(connection);
        return (Connection) Proxy.newProxyInstance(
                PreparedStatements.class.getClassLoader(),
                new Class<?>[] {Connection.class, PreparedStatements.class},
                (proxy, method, arguments) -> kept.call(method, arguments));
    }

    /** A statement of any connection. */
    static PreparedStatement take(Connection connection, String sql) throws SQLException {
        return connection instanceof PreparedStatements kept ? kept.take(sql) : connection.prepareStatement(sql);
    }

    /** Gives back what {@link #take(Connection, String)} gave. */
    static void giveBack(Connection connection, String sql, PreparedStatement statement) throws SQLException {
        if (connection instanceof PreparedStatements kept) {
            kept.giveBack(sql, statement);
        } else {
            statement.close();
        }
    }

    /** The statements that nobody uses now, and what was read. */
    final class Kept implements PreparedStatements {

        private static final int MOST = 256;

        private final Connection connection;
        private final Map<String, PreparedStatement> idle = new LinkedHashMap<>(64, .75f, true);
        private final Map<String, Object> memory = new HashMap<>();

        private Kept(Connection connection) {
            this.connection = connection;
        }

        private Object call(Method method, Object[] arguments) throws Throwable {
            boolean ours = method.getDeclaringClass() == PreparedStatements.class;
            if (!ours && method.getName().equals("close")) {
                for (PreparedStatement statement : idle.values()) {
                    statement.close();
                }
                idle.clear();
            }
            if (!ours && method.getName().equals("rollback")) {
                memory.clear();
            }
            try {
                return method.invoke(ours ? this : connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
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

        @Override
        public PreparedStatement take(String sql) throws SQLException {
            PreparedStatement known = idle.remove(sql);
            return known == null ? connection.prepareStatement(sql) : known;
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
    }
}
