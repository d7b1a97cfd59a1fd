package io.serai.store;

import java.sql.SQLException;

/** The store cannot do what was asked. The message is a sentence for the person at the terminal. */
public final class StoreException extends RuntimeException {

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Turns a database's failure into a sentence. */
    static StoreException of(String doing, Exception e) {
        String text = String.valueOf(e.getMessage());
        if (text.contains("SQLITE_FULL")) {
            return new StoreException(
                    "Cannot " + doing + ": the disk is full. Make room; nothing was lost, run it again.", e);
        }
        if (text.contains("SQLITE_NOTADB") || text.contains("SQLITE_CORRUPT")) {
            return new StoreException(
                    "Cannot " + doing + ": the file is not an intact SQLite database. Restore it from a backup.", e);
        }
        if (text.contains("SQLITE_READONLY") || text.contains("SQLITE_CANTOPEN") || text.contains("SQLITE_PERM")) {
            return new StoreException("Cannot " + doing + ": no permission to write the file or its folder.", e);
        }
        return new StoreException("Cannot " + doing + ": " + (e instanceof SQLException ? text : e), e);
    }
}
