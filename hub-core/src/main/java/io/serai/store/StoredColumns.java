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
    private final ColumnBlocks.Touched touched;
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
        if (!touched.all().isEmpty()) {
            people.andNot(touched.all());
            people.or(touched.people());
        }
        people.clear(0, (int) (after + 1 - first));
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
            boolean useless = computed.mayBeStale(name) && computed.changed();
            Optional<Column> stored = useless ? Optional.empty() : blocks.column(first, name);
            if (stored.isEmpty()) {
                Column column = new Column(size());
                all().into(column, name, first);
                return column;
            }
            Column column = stored.get();
            overlay(column, name);
            if (computed.mayBeStale(name)) {
                stale().into(column, name, first);
            }
            return column;
        } catch (SQLException e) {
            throw StoreException.of("read the trait \"" + name + "\"", e);
        }
    }

    private void overlay(Column column, String name) {
        BitSet all = touched.all();
        for (int row = all.nextSetBit(0); row >= 0; row = all.nextSetBit(row + 1)) {
            column.set(row, null);
        }
        if (!touched.people().isEmpty()) {
            blocks.rows(first, computed).into(column, name, first);
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
