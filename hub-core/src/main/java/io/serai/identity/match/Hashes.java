package io.serai.identity.match;

/** 64-bit hashes: FNV-1a over UTF-16 units, finished as Murmur3 does (Appleby 2011, public domain). */
final class Hashes {

    private Hashes() {}

    static long of(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mixed(hash);
    }

    /** Of two, in order. */
    static long of(long first, long second) {
        return mixed(first * 0x9e3779b97f4a7c15L + Long.rotateLeft(second, 31));
    }

    static long mixed(long hash) {
        long mixed = hash ^ hash >>> 33;
        mixed *= 0xff51afd7ed558ccdL;
        mixed ^= mixed >>> 33;
        mixed *= 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
