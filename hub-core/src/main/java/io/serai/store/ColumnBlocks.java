package io.serai.store;

import io.serai.segment.Column;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Columns that are stored, 65,536 profile numbers a block, and who has changed since: whoever reads takes the rows of the touched.
 * {@link ColumnKeeping} writes them.
 */
final class ColumnBlocks {

    /** Bits of a profile's number within a block. */
    static final int BITS = 16;

    static final int SIZE = 1 << BITS;

    /** So many blocks are read at once. */
    private static final int AHEAD = 4;

    /** So many people are read from their rows at once, those of several blocks together. */
    static final int TOGETHER = 16_384;

    /** A block: the commit that it shows, and which of its numbers were people. */
    record Block(long version, BitSet people) {}

    /** Touched in a block since it was stored: all of them, and who is a person now. */
    record Touched(BitSet all, BitSet people) {

        Touched() {
            this(new BitSet(SIZE), new BitSet(SIZE));
        }
    }

    private final Connection connection;
    private final TreeMap<Long, Block> blocks = new TreeMap<>();
    private final TreeMap<Long, Touched> touched = new TreeMap<>();
    private final Map<String, Map<Long, ColumnBytes>> read = new HashMap<>();
    private long touchedInAll;
    private long looked;
    private long oldest = Long.MAX_VALUE;
    private long last = Long.MAX_VALUE;
    private SqliteProfileColumns together;
    private ComputedTraits togetherBy;
    private long togetherFrom;
    private long togetherTo;

    ColumnBlocks(Connection connection) throws SQLException {
        this(connection, "live = 1 AND merged_into IS NULL");
    }

    private ColumnBlocks(Connection connection, String person) throws SQLException {
        this.connection = connection;
        Sql.each(
                connection,
                row -> {
                    blocks.put(row.getLong(1), new Block(row.getLong(2), BitColumn.read(row, 3)));
                    oldest = Math.min(oldest, row.getLong(2));
                    last = row.getLong(4);
                },
                "SELECT block, version, people, (SELECT max(id) FROM profile) FROM column_block");
        Sql.each(
                connection,
                row -> touch(row.getLong(1), row.getLong(2), row.getInt(3) == 1),
                "SELECT id, version, " + person + " FROM profile WHERE version > ?",
                oldest);
    }

    /** Of which nobody asks who of the touched is a person now: an index answers, and no row of a profile is looked for. */
    static ColumnBlocks toBeStored(Connection connection) throws SQLException {
        return new ColumnBlocks(connection, "0");
    }

    private void touch(long id, long version, boolean person) {
        Block block = blocks.get(id >> BITS);
        looked++;
        if (block == null || version > block.version()) {
            touchedInAll++;
            Touched here = touched.computeIfAbsent(id >> BITS, any -> new Touched());
            here.all().set((int) (id & SIZE - 1));
            here.people().set((int) (id & SIZE - 1), person);
        }
    }

    /** The block in which a number is, or null when its columns are not stored. */
    Block of(long profile) {
        return blocks.get(profile >> BITS);
    }

    /** Whether there is surely no profile after this number. */
    boolean endsAt(long profile) {
        return profile >= last;
    }

    /** How many blocks are stored. */
    int count() {
        return blocks.size();
    }

    /** The places in a block of those who were touched since it was stored. */
    Touched touched(long profile) {
        return touched.getOrDefault(profile >> BITS, new Touched());
    }

    /** How many people were touched since their columns were stored. */
    long touched() {
        return touchedInAll;
    }

    /** Whether most of who is asked for, because a block is old, stands in columns already. */
    boolean readsMuchInVain() {
        return looked > 2 * touchedInAll + TOGETHER;
    }

    /** The stored blocks in which nobody was touched. */
    List<Long> untouched() {
        return blocks.keySet().stream()
                .filter(block -> !touched.containsKey(block))
                .toList();
    }

    /** The oldest block in which somebody was touched; -1 when there is none. */
    long longestTouched() {
        return blocks.keySet().stream()
                .filter(touched::containsKey)
                .min(Comparator.comparingLong(block -> blocks.get(block).version()))
                .orElse(-1L);
    }

    /** The rows of the touched people of a block, and of those after it as far as they are few. */
    SqliteProfileColumns rows(long profile, ComputedTraits computed) {
        long block = profile >> BITS;
        if (together == null || block < togetherFrom || block > togetherTo || computed != togetherBy) {
            together = new SqliteProfileColumns(connection, people(block), computed);
            togetherBy = computed;
        }
        return together;
    }

    private ProfileSet people(long from) {
        LongStream.Builder people = LongStream.builder();
        int size = 0;
        togetherFrom = from;
        togetherTo = Long.MAX_VALUE;
        for (var next : touched.tailMap(from).entrySet()) {
            if (size >= TOGETHER) {
                togetherTo = next.getKey() - 1;
                break;
            }
            if (blocks.containsKey(next.getKey())) {
                BitSet rows = next.getValue().people();
                size += rows.cardinality();
                rows.stream().forEach(row -> people.add((next.getKey() << BITS) + row));
            }
        }
        return new ProfileSet(people.build().toArray());
    }

    /** The stored column of a trait in the block of a profile, as it was when it was stored. */
    Optional<Column> column(long profile, String trait) throws SQLException {
        long block = profile >> BITS;
        Map<Long, ColumnBytes> ahead = read.get(trait);
        if (ahead == null || !ahead.containsKey(block)) {
            ahead = ahead(trait, block);
            read.put(trait, ahead);
        }
        return Optional.ofNullable(ahead.get(block)).map(Column::new);
    }

    private Map<Long, ColumnBytes> ahead(String trait, long from) throws SQLException {
        Map<Long, ColumnBytes> ahead = new HashMap<>();
        for (long block = from; block < from + AHEAD; block++) {
            ahead.put(block, null);
        }
        Sql.each(
                connection,
                row -> {
                    byte[] rows = row.getBytes(2);
                    long block = row.getLong(1);
                    if (ColumnBytes.isKnown(rows)) {
                        ahead.put(block, new ColumnBytes(rows, () -> values(trait, block)));
                    }
                },
                "SELECT block, data FROM trait_block WHERE trait_id = (SELECT id FROM trait_name WHERE name = ?)"
                        + " AND block BETWEEN ? AND ?",
                trait,
                from,
                from + AHEAD - 1);
        return ahead;
    }

    private byte[] values(String trait, long block) throws SQLException {
        return Sql.first(
                        connection,
                        row -> row.getBytes(1),
                        "SELECT data FROM trait_block WHERE trait_id = -(SELECT id FROM trait_name WHERE name = ?)"
                                + " AND block = ?",
                        trait,
                        block)
                .orElseThrow(() -> new StoreException("The store holds half a column. Restore it from a backup."));
    }
}
