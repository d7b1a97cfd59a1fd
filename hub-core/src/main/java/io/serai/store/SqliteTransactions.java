package io.serai.store;

import io.serai.sync.Transactions;
import java.util.function.Supplier;

/** The transactions of a SQLite store. */
public final class SqliteTransactions implements Transactions {

    private final SqliteDatabase database;

    public SqliteTransactions(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public <T> T inOne(Supplier<T> work) {
        return database.write(connection -> work.get());
    }

    @Override
    public <T> T lasting(Supplier<T> work) {
        return database.writeLasting(connection -> work.get());
    }

    @Override
    public <T> T large(Supplier<T> work) {
        return database.writeMuch(connection -> work.get());
    }

    @Override
    public boolean underway() {
        return database.isWriting();
    }
}
