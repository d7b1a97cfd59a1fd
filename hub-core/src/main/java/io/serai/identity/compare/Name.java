package io.serai.identity.compare;

/** A name of a person: all of it as one word, and its words. */
final class Name extends Word {

    /** As written, words apart by one space. */
    final String said;

    final Words words;
    /** The words without the particles joined to them: berg of vanderberg; the same as the words where there are none. */
    final Words cores;

    /** @param cores as many as words */
    Name(String said, Words words, Words cores) {
        super(said.replace(" ", ""));
        this.said = said;
        this.words = words;
        this.cores = cores;
    }

    /** A name of one word without particles. */
    Name(String said) {
        super(said);
        this.said = said;
        this.words = new Words(this);
        this.cores = words;
    }

    /** Whether it is one word without particles. */
    boolean isSimple() {
        return words == cores && words.count() == 1;
    }

    Word first() {
        return words.get(0);
    }

    Word last() {
        return words.get(words.count() - 1);
    }

    /** An order of any two different names, the one of fewer words first. */
    boolean isBefore(Name other) {
        int fewer = words.count() - other.words.count();
        return fewer < 0 || fewer == 0 && said.compareTo(other.said) < 0;
    }

    boolean equalsName(Name other) {
        return this == other || hash == other.hash && said.equals(other.said);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Name name && said.equals(name.said);
    }

    @Override
    public int hashCode() {
        return said.hashCode();
    }

    @Override
    public String toString() {
        return said;
    }
}
