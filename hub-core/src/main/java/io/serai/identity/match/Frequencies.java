package io.serai.identity.match;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** How rare the values of one slot are, in hundredths of a bit; a value that is not listed is as rare as any. */
final class Frequencies {

    private final long[] hashes;
    private final short[] rarities;
    private final int unlisted;
    private final long[] table;
    private final short[] found;

    /** @param hashes of listed values, ascending, none of them 0 */
    Frequencies(long[] hashes, short[] rarities, int unlisted) {
        this.hashes = hashes;
        this.rarities = rarities;
        this.unlisted = unlisted;
        int size = Integer.highestOneBit(Math.max(4, hashes.length * 2)) * 2;
        table = new long[size];
        found = new short[size];
        for (int i = 0; i < hashes.length; i++) {
            int at = (int) hashes[i] & size - 1;
            while (table[at] != 0) {
                at = at + 1 & size - 1;
            }
            table[at] = hashes[i];
            found[at] = rarities[i];
        }
    }

    /** Nothing is known but how rare a value usually is. */
    static Frequencies unknown(int usual) {
        return new Frequencies(new long[0], new short[0], usual);
    }

    int rarity(long hash) {
        for (int at = (int) hash & table.length - 1; table[at] != 0; at = at + 1 & table.length - 1) {
            if (table[at] == hash) {
                return found[at];
            }
        }
        return unlisted;
    }

    /** Of the value that is the most frequent. */
    int least() {
        int least = unlisted;
        for (short each : rarities) {
            least = Math.min(least, each);
        }
        return least;
    }

    /** Of the value that is the rarest. */
    int most() {
        int most = unlisted;
        for (short each : rarities) {
            most = Math.max(most, each);
        }
        return most;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(unlisted);
        out.writeInt(hashes.length);
        for (int i = 0; i < hashes.length; i++) {
            out.writeLong(hashes[i]);
            out.writeShort(rarities[i]);
        }
    }

    static Frequencies read(DataInput in) throws IOException {
        int unlisted = in.readInt();
        int size = in.readInt();
        long[] hashes = new long[size];
        short[] rarities = new short[size];
        for (int i = 0; i < size; i++) {
            hashes[i] = in.readLong();
            rarities[i] = in.readShort();
        }
        return new Frequencies(hashes, rarities, unlisted);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frequencies that
                && unlisted == that.unlisted
                && Arrays.equals(hashes, that.hashes)
                && Arrays.equals(rarities, that.rarities);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes) * 31 + Arrays.hashCode(rarities);
    }
}
