package io.serai.identity.compare;

/** One word of a name or an address, with what tells quickly that it is nothing like another. */
class Word {

    private static final double CLOSE = .88;
    /** Shorter words are not alike unless they are equal. */
    private static final int TELLING = 3;

    final String text;
    final int hash;
    final int length;
    /** Which letters of a to z are in it; digits and letters of other scripts share a few bits. */
    final int letters;
    /** Its first eight letters, a byte each. */
    final long head;

    final long sound;
    /** A bit for each of the groups of names that it belongs to, several groups to one bit. */
    final long formalBits;
    /** The numbers of those groups; null for none. */
    final int[] formal;

    Word(String text) {
        this.text = text;
        this.hash = text.hashCode();
        this.length = text.length();
        this.letters = letters(text);
        this.head = head(text);
        this.sound = Hash.of(Sound.of(text));
        this.formal = Nicknames.formal(text);
        this.formalBits = Nicknames.bits(formal);
    }

    static int letters(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            letters |= 1 << (letter >= 'a' && letter <= 'z' ? letter - 'a' : 26 + letter % 6);
        }
        return letters;
    }

    private static long head(String text) {
        long head = 0;
        for (int i = Math.min(8, text.length()) - 1; i >= 0; i--) {
            head = head << 8 | text.charAt(i) & 0xff;
        }
        return head;
    }

    final boolean isSame(Word other) {
        return hash == other.hash && text.equals(other.text);
    }

    final boolean isInitialOf(Word other) {
        return (length == 1) != (other.length == 1) && text.charAt(0) == other.text.charAt(0);
    }

    /** One letter changed, left out, put in, or two neighbours swapped. */
    final boolean isSlipOf(Word other) {
        return length >= TELLING
                && other.length >= TELLING
                && Math.abs(length - other.length) <= 1
                && Integer.bitCount(letters ^ other.letters) <= 2
                && Distance.isOne(text, other.text);
    }

    final boolean isNicknameOf(Word other) {
        return (formalBits & other.formalBits) != 0 && Nicknames.meet(formal, other.formal);
    }

    final boolean soundsLike(Word other) {
        return sound == other.sound && length >= TELLING && other.length >= TELLING;
    }

    /** Much alike in letters, or in sound. */
    final boolean isCloseTo(Word other) {
        return soundsLike(other) || mayBeClose(other) && Distance.jaroWinkler(text, other.text) >= CLOSE;
    }

    /** Whether Jaro-Winkler can reach what counts as close with the letters that both have. */
    private boolean mayBeClose(Word other) {
        int mine = length - Integer.bitCount(letters & ~other.letters);
        int theirs = other.length - Integer.bitCount(other.letters & ~letters);
        int common = Math.min(mine, theirs);
        if (common <= 0 || length < TELLING || other.length < TELLING) {
            return false;
        }
        long differ = head ^ other.head;
        int prefix = Math.min(4, differ == 0 ? 4 : Long.numberOfTrailingZeros(differ) >>> 3);
        double jaro = ((double) common / length + (double) common / other.length + 1) / 3;
        return jaro + prefix * .1 * (1 - jaro) >= CLOSE;
    }

    @Override
    public String toString() {
        return text;
    }
}
