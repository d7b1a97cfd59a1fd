package io.serai.store;

import io.serai.profile.TraitCalculator;
import io.serai.segment.Column;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Columns that are stored, 16,384 profile numbers a block, and who has changed since. They are written for everybody who was
 * touched when those are very many; until then whoever reads takes the rows of the touched.
 */
final class ColumnBlocks {

    /** Bits of a profile's number within a block. */
    static final int BITS = 14;

    static final int SIZE = 1 << BITS;

    /** So many touched people are read one by one without much ado; or this part of all. */
    private static final int FEW = 16_384;

    private static final int PART = 8;

    /** A block: the commit that it shows, and which of its numbers were people. */
    record Block(long version, BitSet people) {}

    private final Connection connection;
    private final Names names;
    private final TreeMap<Long, Block> blocks = new TreeMap<>();
    private final Map<Long, BitSet> touched = new HashMap<>();
    private long all;

    ColumnBlocks(Connection connection) throws SQLException {
        this.connection = connection;
        names = Names.of(connection, "trait_name");
        Sql.each(
                connection,
                row -> blocks.put(row.getLong(1), new Block(row.getLong(2), BitSet.valueOf(row.getBytes(3)))),
                "SELECT block, version, people FROM column_block");
        long oldest = blocks.values().stream().mapToLong(Block::version).min().orElse(Long.MAX_VALUE);
        Sql.each(
                connection,
                row -> {
                    long id = row.getLong(1);
                    Block block = blocks.get(id >> BITS);
                    if (block == null || row.getLong(2) > block.version()) {
                        all++;
                        touched.computeIfAbsent(id >> BITS, any -> new BitSet(SIZE))
                                .set((int) (id & SIZE - 1));
                    }
                },
                "SELECT id, version FROM profile WHERE version > ?",
                oldest);
    }

    /** The block in which a number is, or null when its columns are not stored. */
    Block of(long profile) {
        return blocks.get(profile >> BITS);
    }

    /** The places in a block of those who were touched since it was stored. */
    BitSet touched(long profile) {
        return touched.getOrDefault(profile >> BITS, new BitSet());
    }

    /** The stored column of a trait in the block of a profile, as it was when it was stored. */
    Optional<Column> column(long profile, String trait) throws SQLException {
        return Sql.first(
                connection,
                row -> ColumnBytes.read(row.getBytes(1)),
                "SELECT data FROM trait_block WHERE trait_id = ? AND block = ?",
                names.known(trait),
                profile >> BITS);
    }

    /** Stores the columns of these traits, and no others, where they are missing or very many were touched. */
    void keep(Set<String> traits) throws SQLException {
        Set<Long> wanted = new TreeSet<>();
        for (String trait : traits) {
            wanted.add(names.id(trait));
        }
        Set<Long> stored =
                Set.copyOf(Sql.list(connection, row -> row.getLong(1), "SELECT DISTINCT trait_id FROM trait_block"));
        long last = Sql.number(connection, "SELECT coalesce(max(id), 0) FROM profile") >> BITS;
        boolean anew = !stored.equals(wanted) && !wanted.isEmpty();
        boolean many = all > Math.max(FEW, (last + 1) * SIZE / PART);
        if (wanted.isEmpty() || !anew && !many && blocks.size() == last + 1) {
            return;
        }
        if (anew) {
            Sql.update(connection, "DELETE FROM trait_block");
        }
        long version = StoreVersion.current(connection);
        for (long block = 0; block <= last; block++) {
            if (anew || !blocks.containsKey(block) || touched.containsKey(block)) {
                write(block, version, traits);
            } else {
                Sql.update(connection, "UPDATE column_block SET version = ? WHERE block = ?", version, block);
            }
        }
    }

    private void write(long block, long version, Set<String> traits) throws SQLException {
        long first = block << BITS;
        ProfileSet people = new ProfileSet(ProfileSet.ids(
                connection,
                "SELECT id FROM profile WHERE id BETWEEN ? AND ? AND live = 1 AND merged_into IS NULL ORDER BY id",
                first,
                first + SIZE - 1));
        // What time has made stale is for whoever reads: here it stands as it is stored.
        ComputedTraits stored = new ComputedTraits(connection, new TraitCalculator(List.of()), Instant.EPOCH);
        SqliteProfileColumns rows = new SqliteProfileColumns(connection, people, stored);
        for (String trait : traits) {
            Column column = new Column(SIZE);
            rows.into(column, trait, first);
            Sql.update(
                    connection,
                    "INSERT INTO trait_block (trait_id, block, data) VALUES (?, ?, ?)"
                            + " ON CONFLICT DO UPDATE SET data = excluded.data",
                    names.id(trait),
                    block,
                    ColumnBytes.write(column));
        }
        BitSet bits = new BitSet(SIZE);
        for (int row = 0; row < people.size(); row++) {
            bits.set((int) (people.id(row) - first));
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
