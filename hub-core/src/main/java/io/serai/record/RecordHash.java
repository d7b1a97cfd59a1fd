package io.serai.record;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;

/**
 * Tells a changed record from an unchanged one: XXH3 (Collet 2019), 64 bits, of the canonical payload, mixed with the mapping's
 * version so that a changed mapping makes every record a changed one. Never 0, which stands for a deleted record.
 */
public final class RecordHash {

    private static final Hasher64 XXH3 = Hashing.xxh3_64();

    private RecordHash() {}

    /** The hash of a payload under a mapping's version. */
    public static long of(String payload, long mappingVersion) {
        return of((CharSequence) payload, mappingVersion);
    }

    static long of(CharSequence payload, long mappingVersion) {
        long hash = mix(XXH3.hashCharsToLong(payload) ^ mappingVersion * 0x9E3779B97F4A7C15L);
        return hash == 0 ? 1 : hash;
    }

    /** The hash of a text: versions are made of it. */
    public static long of(String text) {
        return XXH3.hashCharsToLong(text);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every bit of the input moves half of the output. */
    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
