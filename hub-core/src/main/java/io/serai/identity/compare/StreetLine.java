package io.serai.identity.compare;

/** A street address, taken apart. */
final class StreetLine {

    final String text;
    /** The house number with its letter; empty for none. */
    final String number;
    /** The words that tell this street from others; all words where none does. */
    final Words names;
    /** All words without a space between. */
    final String joined;
    /** Which letters are in them, as in a word. */
    final int letters;

    StreetLine(String number, String words, String names, KnownWords known) {
        this.text = text(number, words);
        this.number = number;
        this.names = Words.of(names.isEmpty() ? words : names, known::of);
        this.joined = words.replace(" ", "");
        this.letters = Word.letters(joined);
    }

    /** A house number and words in one way of writing. */
    static String text(String number, String words) {
        return number.isEmpty() ? words : words.isEmpty() ? number : number + ' ' + words;
    }

    /** An order of any two different streets, the one of fewer telling words first. */
    boolean isBefore(StreetLine other) {
        int fewer = names.count() - other.names.count();
        return fewer < 0 || fewer == 0 && text.compareTo(other.text) < 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StreetLine line && text.equals(line.text);
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
