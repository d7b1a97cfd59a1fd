package io.serai.identity.compare;

import java.util.function.Function;

/** Some words in order, laid out so that most pairs of words are told apart without looking at their letters. */
final class Words {

    /** More words than this are not looked at. */
    static final int MOST = 32;

    private final Word[] words;
    private final int[] hashes;

    Words(Word... words) {
        this.words = words;
        this.hashes = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            hashes[i] = words[i].hash;
        }
    }

    static Words of(String folded) {
        return of(folded, Word::new);
    }

    /** @param reader of each word */
    static Words of(String folded, Function<String, Word> reader) {
        if (folded.isEmpty()) {
            return new Words();
        }
        String[] parts = folded.split(" ");
        Word[] words = new Word[Math.min(parts.length, MOST)];
        for (int i = 0; i < words.length; i++) {
            words[i] = reader.apply(parts[i]);
        }
        return new Words(words);
    }

    int count() {
        return words.length;
    }

    Word get(int index) {
        return words[index];
    }

    /** The bits of the words in the other that words here are equal to, each to one of its own. */
    long same(Words other) {
        long taken = 0;
        for (int i = 0; i < hashes.length; i++) {
            for (int j = 0; j < other.hashes.length; j++) {
                if (hashes[i] == other.hashes[j] && (taken >> j & 1) == 0 && words[i].isSame(other.words[j])) {
                    taken |= 1L << j;
                    break;
                }
            }
        }
        return taken;
    }

    /** Whether a word is equal to any of the other. */
    boolean isIn(int index, Words other) {
        for (int j = 0; j < other.hashes.length; j++) {
            if (hashes[index] == other.hashes[j] && words[index].isSame(other.words[j])) {
                return true;
            }
        }
        return false;
    }

    /** How many of the words have one of their own in the other that is equal or nearly so. */
    int alike(Words other) {
        long taken = same(other);
        int alike = Long.bitCount(taken);
        if (alike == words.length) {
            return alike;
        }
        for (int i = 0; i < words.length; i++) {
            if (words[i].length > 3 && !isIn(i, other)) {
                for (int j = 0; j < other.words.length; j++) {
                    Word candidate = other.words[j];
                    if ((taken >> j & 1) == 0 && (words[i].isSlipOf(candidate) || words[i].isCloseTo(candidate))) {
                        taken |= 1L << j;
                        alike++;
                        break;
                    }
                }
            }
        }
        return alike;
    }
}
