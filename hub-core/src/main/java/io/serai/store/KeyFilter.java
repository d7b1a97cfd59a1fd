package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Tells without a look into the tree of all keys that it does not have one: three of four keys of a new signature are nobody else's,
 * and each would be on a page of its own. A Bloom filter of one word a key (Putze, Sanders and Singler, "Cache-, hash- and
 * space-efficient Bloom filters", 2007), filled from the tree a part at a time, in its order: of what it has not come to yet it says
 * nothing. Keys that leave the tree stay in it. For the writing connection, which remembers it until anything is undone.
 */
final class KeyFilter {

    private static final int BITS_A_KEY = 8;

    /** With fewer bits it would let most through. */
    private static final int FEWEST_BITS = 4;

    private static final long FEWEST_KEYS = 1 << 16;

    /** So many rows of the tree are read for each signature that comes or goes. */
    private static final int STEP = 128;

    /** One text of many numbers: a row each would take more than twice the time. */
    private static final String NEXT = "SELECT group_concat(key || ',', '') FROM"
            + " (SELECT key FROM match_key WHERE key > ? ORDER BY key LIMIT ?)";

    private final long[] words;
    private final long room;
    private long size;
    private long lastKey = Long.MIN_VALUE;
    private boolean begun;
    private boolean whole;

    private KeyFilter(long room, long bits) {
        this.room = room;
        words = new long[Math.toIntExact(bits / Long.SIZE)];
    }

    /** @param keys how many there are, about; of more than the heap has room for nothing is filtered */
    static KeyFilter forSome(long keys) {
        long room = Math.max(FEWEST_KEYS, keys + keys / 4);
        long most = Runtime.getRuntime().maxMemory() / 16 * Byte.SIZE;
        return new KeyFilter(room, room * FEWEST_BITS > most ? 0 : Math.min(most, room * BITS_A_KEY));
    }

    /** Whether the tree may have a key. */
    boolean mayHave(long key) {
        if (!begun || key == Long.MIN_VALUE || !whole && key > lastKey) {
            return true;
        }
        long mask = mask(key);
        return (words[place(key)] & mask) == mask;
    }

    /** A key comes into the tree. */
    void add(long key) {
        if (words.length > 0) {
            words[place(key)] |= mask(key);
            size++;
        }
    }

    /** Whether more came than there is room for. */
    boolean isFull() {
        return size > room;
    }

    /** Reads on in the tree while so many signatures come or go. */
    void readOn(Connection connection, int signatures) throws SQLException {
        if (whole || words.length == 0) {
            return;
        }
        long most = (long) signatures * STEP;
        long before = size;
        Sql.each(connection, row -> read(row.getBytes(1)), NEXT, lastKey, most);
        begun = true;
        whole = size - before < most;
    }

    /** Keys as text, each with a comma behind it. */
    private void read(byte[] keys) {
        long key = 0;
        boolean negative = false;
        for (int i = 0; keys != null && i < keys.length; i++) {
            if (keys[i] == ',') {
                lastKey = negative ? -key : key;
                add(lastKey);
                key = 0;
                negative = false;
            } else if (keys[i] == '-') {
                negative = true;
            } else {
                key = key * 10 + keys[i] - '0';
            }
        }
    }

    private int place(long key) {
        return (int) Math.multiplyHigh(mixed(key) >>> 1, (long) words.length << 1);
    }

    /** Four of the bits of a word. */
    private static long mask(long key) {
        long bits = mixed(key ^ 0x5851F42D4C957F2DL);
        return 1L << bits | 1L << (bits >>> 6) | 1L << (bits >>> 12) | 1L << (bits >>> 18);
    }

    private static long mixed(long key) {
        long mixed = (key ^ key >>> 32) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 29;
    }
}
