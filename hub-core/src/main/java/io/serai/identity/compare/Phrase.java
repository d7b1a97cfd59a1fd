package io.serai.identity.compare;

/** Words in order, of which each was folded. */
final class Phrase {

    final String text;
    final Word[] words;

    Phrase(String text, Word[] words) {
        this.text = text;
        this.words = words;
    }

    static Phrase of(String folded) {
        String[] parts = folded.split(" ");
        Word[] words = new Word[Math.min(parts.length, 32)];
        for (int i = 0; i < words.length; i++) {
            words[i] = new Word(parts[i]);
        }
        return new Phrase(folded, words);
    }

    /** How many of the words have one of their own in the other phrase that is the same, or with slips allowed nearly so. */
    int common(Phrase other, boolean slips) {
        long taken = 0;
        int common = 0;
        for (Word word : words) {
            for (int i = 0; i < other.words.length; i++) {
                Word candidate = other.words[i];
                if ((taken >> i & 1) == 0
                        && (word.isSame(candidate)
                                || slips
                                        && word.text.length() > 3
                                        && (word.isSlipOf(candidate) || word.isCloseTo(candidate)))) {
                    taken |= 1L << i;
                    common++;
                    break;
                }
            }
        }
        return common;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Phrase phrase && text.equals(phrase.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
