package io.serai.identity.compare;

/** One word of a name. */
final class Word {

    final String text;
    /** Which letters of a to z are in it, and which digits as one. */
    final int letters;

    final long sound;
    /** The names that it is or may stand for in daily life, numbered; null for none. */
    final int[] formal;
    /** Without the particles joined to it: berg of vanderberg. */
    final Word core;

    Word(String text) {
        this(text, text);
    }

    Word(String text, String core) {
        this.core = core.length() == text.length() ? this : new Word(core);
        this.text = text;
        this.letters = letters(text);
        this.sound = Hash.of(Sound.of(text));
        this.formal = Nicknames.formal(text);
    }

    static int letters(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            letters |= 1 << (letter >= 'a' && letter <= 'z' ? letter - 'a' : 26 + (letter & 3));
        }
        return letters;
    }

    boolean isSame(Word other) {
        return text.equals(other.text);
    }

    boolean isInitialOf(Word other) {
        return (text.length() == 1) != (other.text.length() == 1) && text.charAt(0) == other.text.charAt(0);
    }

    /** One letter changed, left out, put in, or two neighbours swapped; short words are told apart by less. */
    boolean isSlipOf(Word other) {
        return Math.min(text.length(), other.text.length()) >= 3
                && Integer.bitCount(letters ^ other.letters) <= 2
                && Distance.isOne(text, other.text);
    }

    boolean isNicknameOf(Word other) {
        return formal != null && other.formal != null && Nicknames.meet(formal, other.formal);
    }

    boolean soundsLike(Word other) {
        return sound == other.sound && text.length() > 2 && other.text.length() > 2;
    }

    /** Much alike in letters, or in sound. */
    boolean isCloseTo(Word other) {
        return soundsLike(other) || mayBeClose(other) && Distance.jaroWinkler(text, other.text) >= .88;
    }

    /** Whether Jaro-Winkler can reach .88 with the letters that both have. */
    private boolean mayBeClose(Word other) {
        int left = text.length();
        int right = other.text.length();
        if (left < 3 || right < 3) {
            return false;
        }
        int common = Math.min(
                left - Integer.bitCount(letters & ~other.letters), right - Integer.bitCount(other.letters & ~letters));
        double jaro = ((double) common / left + (double) common / right + 1) / 3;
        int prefix = Math.min(4, Distance.prefix(text, other.text));
        return common > 0 && jaro + prefix * .1 * (1 - jaro) >= .88;
    }

    @Override
    public String toString() {
        return text;
    }
}
