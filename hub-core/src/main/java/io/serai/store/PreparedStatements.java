package io.serai.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

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
}
