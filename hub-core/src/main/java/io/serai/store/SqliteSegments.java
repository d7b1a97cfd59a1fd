package io.serai.store;

import io.serai.profile.TraitCalculator;
import io.serai.segment.SegmentStore;
import java.util.function.Function;

/** Memberships and columns in SQLite. */
public final class SqliteSegments implements SegmentStore {

    private final SqliteDatabase database;
    private final TraitCalculator calculator;

    /** @param calculator the computed traits that rules may look at */
    public SqliteSegments(SqliteDatabase database, TraitCalculator calculator) {
        this.database = database;
        this.calculator = calculator;
    }

    @Override
    public <T> T read(Function<Reading, T> work) {
        return database.read(connection -> work.apply(new SqliteMembership(connection, calculator)));
    }

    @Override
    public <T> T write(Function<Writing, T> work) {
        return database.write(connection -> work.apply(new SqliteMembership(connection, calculator)));
    }
}
