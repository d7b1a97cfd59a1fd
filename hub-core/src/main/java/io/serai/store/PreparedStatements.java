package io.serai.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A connection that keeps its statements: a page of one record runs many small ones, and preparing them is most of their cost. */
interface PreparedStatements {

    /** A statement that nobody else uses; to be given back. */
    PreparedStatement take(String sql) throws SQLException;

    /** Takes a statement back, whatever became of it. */
    void giveBack(String sql, PreparedStatement statement) throws SQLException;

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

    /** The statements that nobody uses now. */
    final class Kept implements PreparedStatements {

        private static final int MOST = 256;

        private final Connection connection;
        private final Map<String, PreparedStatement> idle = new LinkedHashMap<>(64, .75f, true);

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
            try {
                return method.invoke(ours ? this : connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
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
