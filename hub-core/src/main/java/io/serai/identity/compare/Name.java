package io.serai.identity.compare;

/** A name of a person: its words, and all of them as one. */
final class Name {

    final String text;
    final Word[] words;
    /** The words without a space between. */
    final Word whole;

    Name(String text, Word[] words) {
        this.text = text;
        this.words = words;
        this.whole = words.length == 1 ? words[0] : new Word(text.replace(" ", ""));
    }

    /** Whether it is one word without particles. */
    boolean isSimple() {
        return words.length == 1 && words[0].core == words[0];
    }

    Word first() {
        return words[0];
    }

    Word last() {
        return words[words.length - 1];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Name name && text.equals(name.text);
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
