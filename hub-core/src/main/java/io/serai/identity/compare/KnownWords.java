package io.serai.identity.compare;

import java.util.concurrent.atomic.AtomicReferenceArray;

/** Words that come again and again, a bounded number of them, taken apart once. For any number of threads. */
final class KnownWords {

    /** A power of two. */
    private static final int KEPT = 16_384;

    private final AtomicReferenceArray<Word> words = new AtomicReferenceArray<>(KEPT);

    Word of(String text) {
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 14) & KEPT - 1;
        Word known = words.get(slot);
        if (known == null || !known.text.equals(text)) {
            known = new Word(text);
            words.set(slot, known);
        }
        return known;
    }
}
