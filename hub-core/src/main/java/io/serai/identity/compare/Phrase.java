package io.serai.identity.compare;

/** A folded text, and its words. */
final class Phrase extends Word {

    final Words words;

    Phrase(String folded) {
        super(folded);
        this.words = Words.of(folded);
    }

    /** An order of any two different phrases, the one of fewer words first. */
    boolean isBefore(Phrase other) {
        int fewer = words.count() - other.words.count();
        return fewer < 0 || fewer == 0 && text.compareTo(other.text) < 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Phrase phrase && text.equals(phrase.text);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
