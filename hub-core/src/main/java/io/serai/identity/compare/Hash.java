package io.serai.identity.compare;

/** 64 bits of a text: FNV-1a over UTF-16 units, finished as Murmur3 does (Appleby 2011, public domain). */
final class Hash {

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Hash() {}

    static long of(CharSequence text) {
        return of(text, 0, text.length());
    }

    static long of(CharSequence text, int from, int to) {
        long hash = BASIS;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return mixed(hash);
    }

    static long of(long number) {
        return mixed(number * 0x9e3779b97f4a7c15L + BASIS);
    }

    /** Of two, in order. */
    static long of(long first, long second) {
        return mixed(first * 0x9e3779b97f4a7c15L + Long.rotateLeft(second, 31));
    }

    private static long mixed(long hash) {
        long mixed = hash ^ hash >>> 33;
        mixed *= 0xff51afd7ed558ccdL;
        mixed ^= mixed >>> 33;
        mixed *= 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
