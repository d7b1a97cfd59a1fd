package io.serai.identity.advice;

/** Sixty-four bits of a text (FNV-1a, Fowler, Noll and Vo 1991), stirred; 0 for nothing. */
final class Hash {

    private Hash() {}

    static long of(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 32) * 0x9e3779b97f4a7c15L;
        return hash == 0 ? 1 : hash;
    }
}
