package io.serai.store;

import io.serai.profile.Households;
import io.serai.profile.TraitCalculator;
import io.serai.segment.Column;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Stores columns: of everybody who was touched when those are very many, and of traits that have none yet. */
final class ColumnKeeping {

    /** So many touched people are read one by one without much ado; or this part of all. */
    private static final int FEW = 16_384;

    private static final int PART = 8;

    /** So many touched people of one block are many. */
    static final int MANY = 4096;

    /** So many people's texts are held at once. */
    private static final int TEXTS = 2048;

    /** What does not stand in the text of a person. */
    private static final Set<String> ELSEWHERE = Set.of("profile_id", "created_at", Households.ID, Households.SIZE);

    private final Connection connection;
    private final Names names;
    private final ColumnBlocks blocks;

    ColumnKeeping(Connection connection) throws SQLException {
        this.connection = connection;
        names = Names.of(connection, "trait_name");
        blocks = ColumnBlocks.toBeStored(connection);
    }

    /** The number under which the values of a trait's column stand where they stand apart. */
    static long values(long trait) {
        return -trait;
    }

    /** Stores the columns of these traits, and no others, where they are missing or very many were touched. */
    void keep(Set<String> wanted) throws SQLException {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(stored(wanted));
        long last = Sql.number(connection, "SELECT coalesce(max(id), 0) FROM profile") >> ColumnBlocks.BITS;
        boolean many = blocks.touched() > Math.max(FEW, (last + 1) * ColumnBlocks.SIZE / PART);
        if (wanted.isEmpty() || missing.isEmpty() && !many && blocks.count() == last + 1) {
            return;
        }
        long version = StoreVersion.current(connection);
        for (long block = 0; block <= last; block++) {
            long first = block << ColumnBlocks.BITS;
            boolean fresh = blocks.of(first) == null;
            if (fresh || many && !blocks.touched(first).all().isEmpty()) {
                write(block, wanted);
                people(block, version);
            } else {
                write(block, missing);
                if (blocks.touched(first).all().isEmpty()) {
                    Sql.update(connection, "UPDATE column_block SET version = ? WHERE block = ?", version, block);
                }
            }
        }
    }

    /**
     * Stores one block anew: one that has no columns, or the one in which most people were touched when those are many. For a hub
     * whose people change a few at a time; a block takes some hundredths of a second.
     *
     * @return whether it had no columns: there may be more like it
     */
    boolean keepOne(Set<String> wanted) throws SQLException {
        return keepOne(wanted, MANY);
    }

    /** @param many so many touched people of a block are many */
    boolean keepOne(Set<String> wanted, int many) throws SQLException {
        long version = StoreVersion.current(connection);
        long block = wanted.isEmpty() ? -1 : due(many);
        if (block >= 0) {
            write(block, blocks.count() == 0 ? wanted : stored(wanted));
            people(block, version);
        }
        if (blocks.readsMuchInVain()) {
            Sql.update(
                    connection,
                    "UPDATE column_block SET version = ? WHERE block IN (SELECT value FROM json_each(?))",
                    version,
                    Sql.json(blocks.untouched()));
        }
        return block >= 0 && blocks.of(block << ColumnBlocks.BITS) == null;
    }

    private long due(int many) throws SQLException {
        long last = Sql.number(connection, "SELECT coalesce(max(id), 0) FROM profile") >> ColumnBlocks.BITS;
        long due = blocks.readsMuchInVain() ? blocks.longestTouched() : -1;
        int most = due < 0 ? many - 1 : Integer.MAX_VALUE;
        for (long block = 0; block <= last; block++) {
            long first = block << ColumnBlocks.BITS;
            if (blocks.of(first) == null && (block < last || blocks.count() == 0)) {
                return block;
            }
            int touched = blocks.touched(first).all().cardinality();
            if (touched > most) {
                most = touched;
                due = block;
            }
        }
        return due;
    }

    /** Which of the wanted traits are stored; what nobody wants, or was stored in another form, is removed. */
    private Set<String> stored(Set<String> wanted) throws SQLException {
        Set<String> stored = new HashSet<>();
        Set<Long> useless = new HashSet<>();
        Sql.each(
                connection,
                row -> {
                    String name = names.name(row.getLong(1));
                    if (wanted.contains(name) && ColumnBytes.isKnown(row.getBytes(2))) {
                        stored.add(name);
                    } else {
                        useless.add(row.getLong(1));
                    }
                },
                "SELECT trait_id, substr(data, 1, 1) FROM trait_block"
                        + " WHERE trait_id > 0 AND block = (SELECT min(block) FROM trait_block)");
        for (long trait : useless) {
            Sql.update(connection, "DELETE FROM trait_block WHERE trait_id IN (?, ?)", trait, values(trait));
        }
        return stored;
    }

    private void write(long block, Set<String> traits) throws SQLException {
        Set<Long> packed = new TreeSet<>();
        for (String trait : traits) {
            if (ELSEWHERE.contains(trait)) {
                put(names.id(trait), block, elsewhere(block, trait));
            } else {
                packed.add(names.id(trait));
            }
        }
        if (packed.isEmpty()) {
            return;
        }
        long first = block << ColumnBlocks.BITS;
        PackedColumns columns = new PackedColumns(List.copyOf(packed), first, ColumnBlocks.SIZE);
        for (long from = first; from < first + ColumnBlocks.SIZE; from += TEXTS) {
            Sql.each(
                    connection,
                    row -> {
                        if (row.getBytes(1) != null) {
                            columns.take(row.getBytes(1));
                        }
                    },
                    "SELECT group_concat(profile_id || traits, '') FROM profile_trait WHERE profile_id BETWEEN ? AND ?",
                    from,
                    from + TEXTS - 1);
        }
        for (long trait : packed) {
            put(trait, block, columns.column(trait));
        }
    }

    private ColumnBytes.Written elsewhere(long block, String trait) throws SQLException {
        long first = block << ColumnBlocks.BITS;
        ProfileSet people = people(block);
        // What time has made stale is for whoever reads: here it stands as it is stored.
        ComputedTraits stored = new ComputedTraits(connection, new TraitCalculator(List.of()), Instant.EPOCH);
        Column column = new Column(ColumnBlocks.SIZE);
        new SqliteProfileColumns(connection, people, stored).into(column, trait, first);
        return ColumnBytes.write(column);
    }

    private void put(long trait, long block, ColumnBytes.Written column) throws SQLException {
        String sql = "INSERT INTO trait_block (trait_id, block, data) VALUES (?, ?, ?)"
                + " ON CONFLICT DO UPDATE SET data = excluded.data";
        Sql.update(connection, sql, trait, block, column.rows());
        if (column.values() != null) {
            Sql.update(connection, sql, values(trait), block, column.values());
        }
    }

    private ProfileSet people(long block) throws SQLException {
        long first = block << ColumnBlocks.BITS;
        return new ProfileSet(ProfileSet.ids(
                connection,
                "SELECT id FROM profile WHERE id BETWEEN ? AND ? AND live = 1 AND merged_into IS NULL ORDER BY id",
                first,
                first + ColumnBlocks.SIZE - 1));
    }

    private void people(long block, long version) throws SQLException {
        ProfileSet people = people(block);
        BitSet bits = new BitSet(ColumnBlocks.SIZE);
        for (int row = 0; row < people.size(); row++) {
            bits.set((int) (people.id(row) & ColumnBlocks.SIZE - 1));
        }
        Sql.update(
                connection,
                "INSERT INTO column_block (block, version, people) VALUES (?, ?, ?)"
                        + " ON CONFLICT DO UPDATE SET version = excluded.version, people = excluded.people",
                block,
                version,
                bits.toByteArray());
    }
}
