package io.serai.connectors.jdbc;

import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.sqlite.SQLiteException;

/**
 * Sorts a database's errors by what can be done about them, after SQLSTATE classes and SQLite's result codes, and repeats
 * their words without the values that they quote.
 */
final class Failure {

    /** BUSY, LOCKED, NOMEM, INTERRUPT, IOERR, FULL, CANTOPEN, PROTOCOL. */
    private static final Set<Integer> SQLITE_PASSING = Set.of(5, 6, 7, 9, 10, 13, 14, 15);

    private static final Set<Integer> SQLITE_CONSTRAINTS = Set.of(18, 19, 20, 25);

    private Failure() {}

    /** Whether one row is to blame, so that others may succeed. */
    static boolean ofRow(SQLException e) {
        SQLException told = told(e);
        if (told instanceof SQLiteException sqlite) {
            return SQLITE_CONSTRAINTS.contains(sqlite.getResultCode().code & 0xff);
        }
        return !passing(told)
                && (state(told).startsWith("22")
                        || state(told).startsWith("23")
                        || state(told).equals("01004")
                        || state(told).startsWith("HY")
                        || state(told).startsWith("44")
                        || state(told).startsWith("P0")
                        || state(told).equals("45000")
                        || state(told).equals("42804"));
    }

    /** Whether a unique or other constraint refused the row. */
    static boolean ofConstraint(SQLException e) {
        SQLException told = told(e);
        return told instanceof SQLiteException sqlite
                ? (sqlite.getResultCode().code & 0xff) == 19
                : state(told).startsWith("23");
    }

    static ConnectorException of(SQLException e, String what) {
        SQLException told = told(e);
        String message = what + ": " + words(told);
        return new ConnectorException(passing(told) ? Kind.TRANSIENT : Kind.CONFIG, message, e);
    }

    private static boolean passing(SQLException e) {
        if (e instanceof SQLiteException sqlite) {
            return SQLITE_PASSING.contains(sqlite.getResultCode().code & 0xff);
        }
        String state = state(e);
        if (state.startsWith("28") || state.equals("3D000")) {
            return false;
        }
        return e instanceof SQLTransientException
                || e instanceof SQLRecoverableException
                || e instanceof SQLNonTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("55")
                || state.startsWith("57")
                || state.startsWith("58")
                || state.isEmpty();
    }

    /** The error that says the most: pools and batches wrap it. */
    private static SQLException told(SQLException e) {
        SQLException found = e;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && (sql.getSQLState() != null || sql instanceof SQLiteException)) {
                found = sql;
            }
        }
        return found;
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    /** The database's words without values: those may be personal data. */
    static String words(SQLException e) {
        SQLException told = told(e);
        String message = told instanceof PSQLException postgres && postgres.getServerErrorMessage() != null
                ? postgres.getServerErrorMessage().getMessage()
                : told.getMessage();
        return String.valueOf(message)
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("^\\(conn=\\d+\\) ", "")
                .replaceAll("(?i)(entry|value:?) '.*' for", "$1 for")
                .replaceAll(": \".*\"$", "")
                .replaceAll("^\\[SQLITE_\\w+] *", "");
    }
}
