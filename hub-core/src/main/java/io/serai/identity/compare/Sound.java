package io.serai.identity.compare;

/**
 * What a word sounds like to people of several languages: one key for Schmidt and Shmit, Kowalski and Kovalsky, Philippe and
 * Filip, Jackson and Jaxon. Rules of our own after the ideas of NYSIIS (R. Taft 1970), Kölner Phonetik (H. J. Postel 1969)
 * and Double Metaphone (L. Philips 2000): consonants by class, vowels only at the beginning, doubled sounds once.
 */
final class Sound {

    private static final int LONGEST = 8;
    private static final char VOWEL = '.';
    private static final char SILENT = 0;

    private final String word;
    private final StringBuilder key = new StringBuilder(LONGEST + 1);
    private int at;

    private Sound(String word) {
        this.word = word;
    }

    /** The key; the word itself when it has letters beyond a to z, or digits. */
    static String of(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
                return word;
            }
        }
        return new Sound(word).read();
    }

    private String read() {
        char last = SILENT;
        while (at < word.length() && key.length() < LONGEST) {
            int from = at;
            char sound = next();
            if (sound == VOWEL) {
                if (from == 0) {
                    key.append('A');
                }
                last = SILENT;
            } else if (sound != SILENT && sound != last) {
                key.append(sound);
                last = sound;
            }
        }
        return key.toString();
    }

    private char letter(int ahead) {
        return at + ahead < word.length() ? word.charAt(at + ahead) : ' ';
    }

    private char take(int letters, char sound) {
        at += letters;
        return sound;
    }

    /** The class of the next sound; moves behind its letters. */
    private char next() {
        char next = letter(1);
        return switch (letter(0)) {
            case 'b' -> take(1, 'B');
            case 'c' -> ofC(next);
            case 'd' ->
                next == 't' ? take(2, 'T') : next == 'j' ? take(2, 'J') : next == 'z' ? take(2, 'S') : take(1, 'D');
            case 'f', 'v' -> take(1, 'F');
            case 'g' -> ofG(next);
            case 'j' -> take(1, isVowel(next) ? 'J' : VOWEL);
            case 'k' -> next == 'h' ? take(2, 'K') : take(1, at == 0 && next == 'n' ? SILENT : 'K');
            case 'q' -> take(next == 'u' ? 2 : 1, 'K');
            case 'l' -> take(next == 'j' ? 2 : 1, 'L');
            case 'm' -> take(1, 'M');
            case 'n' -> take(next == 'j' ? 2 : 1, 'N');
            case 'p' -> next == 'h' ? take(2, 'F') : take(1, 'P');
            case 'r' -> take(1, 'R');
            case 's' -> take(next == 'c' && letter(2) == 'h' ? 3 : next == 'h' || next == 'z' ? 2 : 1, 'S');
            case 't' -> ofT(next);
            case 'w' -> take(1, at == 0 && next == 'r' ? SILENT : 'F');
            case 'x' -> ofX();
            case 'y' -> take(1, at == 0 && isVowel(next) ? 'J' : VOWEL);
            case 'z' -> take(next == 'h' ? 2 : 1, 'S');
            default -> take(1, VOWEL);
        };
    }

    private char ofC(char next) {
        if (next == 'h') {
            return take(2, "lrn".indexOf(letter(2)) >= 0 ? 'K' : 'S');
        }
        return next == 'z' ? take(2, 'S') : next == 'k' ? take(2, 'K') : take(1, isSoft(next) ? 'S' : 'K');
    }

    private char ofG(char next) {
        if (next == 'h') {
            return take(2, at == 0 ? 'K' : SILENT);
        }
        return next == 'n' ? take(2, 'N') : take(1, isSoft(next) ? 'J' : 'K');
    }

    private char ofT(char next) {
        if (next == 's' || next == 'z') {
            return take(letter(2) == 'c' && letter(3) == 'h' ? 4 : 2, 'S');
        }
        return next == 'c' && letter(2) == 'h' ? take(3, 'S') : take(next == 'h' ? 2 : 1, 'T');
    }

    private char ofX() {
        if (at > 0 && (key.isEmpty() || key.charAt(key.length() - 1) != 'K')) {
            key.append('K');
        }
        return take(1, 'S');
    }

    private static boolean isSoft(char letter) {
        return letter == 'e' || letter == 'i' || letter == 'y';
    }

    private static boolean isVowel(char letter) {
        return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u' || letter == 'y';
    }
}
