package io.serai.store;

import io.serai.segment.Column;
import io.serai.segment.EventQuery;
import io.serai.segment.ProfileColumns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A block of people whose columns are stored; those who were touched since, or made stale by time, are read from their rows. */
final class StoredColumns implements ProfileColumns {

    private final Connection connection;
    private final ColumnBlocks blocks;
    private final ComputedTraits computed;
    private final long first;
    private final BitSet people;
    private final BitSet touched;
    private final SqliteProfileColumns changed;
    private final Map<String, Column> columns = new HashMap<>();
    private SqliteProfileColumns all;
    private SqliteProfileColumns stale;

    /** @param after a profile number of the block, or the one before: only who comes after it is looked at */
    StoredColumns(Connection connection, ColumnBlocks blocks, long after, ComputedTraits computed) throws SQLException {
        this.connection = connection;
        this.blocks = blocks;
        this.computed = computed;
        first = after + 1 >> ColumnBlocks.BITS << ColumnBlocks.BITS;
        touched = blocks.touched(first);
        people = (BitSet) blocks.of(first).people().clone();
        people.andNot(touched);
        ProfileSet living = living();
        for (int row = 0; row < living.size(); row++) {
            people.set((int) (living.id(row) - first));
        }
        people.clear(0, (int) (after + 1 - first));
        changed = new SqliteProfileColumns(connection, living, computed);
    }

    /** Who of the touched are people now. */
    private ProfileSet living() throws SQLException {
        if (touched.isEmpty()) {
            return new ProfileSet(new long[0]);
        }
        ProfileSet numbers = set(touched);
        long[] ids = ProfileSet.ids(
                connection,
                "SELECT id FROM profile WHERE live = 1 AND merged_into IS NULL AND " + numbers.condition("id")
                        + " ORDER BY id",
                numbers.after());
        return new ProfileSet(
                Arrays.stream(ids).filter(id -> numbers.row(id) >= 0).toArray());
    }

    private ProfileSet set(BitSet rows) {
        return new ProfileSet(rows.stream().mapToLong(row -> first + row).toArray());
    }

    @Override
    public int size() {
        return ColumnBlocks.SIZE;
    }

    @Override
    public BitSet people() {
        return people;
    }

    @Override
    public long last() {
        return first + ColumnBlocks.SIZE - 1;
    }

    @Override
    public long profileId(int row) {
        return first + row;
    }

    @Override
    public Column trait(String name) {
        return columns.computeIfAbsent(name, this::load);
    }

    private Column load(String name) {
        try {
            boolean useless = computed.changed() && computed.mayBeStale(name);
            Optional<Column> stored = useless ? Optional.empty() : blocks.column(first, name);
            if (stored.isEmpty()) {
                Column column = new Column(size());
                all().into(column, name, first);
                return column;
            }
            Column column = stored.get();
            touched.stream().forEach(row -> column.set(row, null));
            changed.into(column, name, first);
            if (computed.mayBeStale(name)) {
                stale().into(column, name, first);
            }
            return column;
        } catch (SQLException e) {
            throw StoreException.of("read the trait \"" + name + "\"", e);
        }
    }

    private SqliteProfileColumns all() {
        if (all == null) {
            all = new SqliteProfileColumns(connection, set(people), computed);
        }
        return all;
    }

    private SqliteProfileColumns stale() throws SQLException {
        if (stale == null) {
            long[] crossed = Arrays.stream(computed.crossed())
                    .filter(id -> id >= first && id <= last() && people.get((int) (id - first)))
                    .toArray();
            stale = new SqliteProfileColumns(connection, new ProfileSet(crossed), computed);
        }
        return stale;
    }

    @Override
    public int[] events(EventQuery query) {
        int[] counts = new int[size()];
        int[] found = all().events(query);
        for (int row = 0; row < found.length; row++) {
            counts[(int) (all.profileId(row) - first)] = found[row];
        }
        return counts;
    }
}
