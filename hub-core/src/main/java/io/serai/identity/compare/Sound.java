package io.serai.identity.compare;

/**
 * What a word sounds like to people of several languages: one key for Schmidt and Shmit, Kowalski and Kovalsky, Philippe and
 * Filip, Jiménez and Gimenez, Yusuf and Jusuf. Rules of our own after the ideas of NYSIIS (R. Taft 1970), Kölner Phonetik (H. J. Postel 1969)
 * and Double Metaphone (L. Philips 2000): consonants by class, vowels only at the beginning.
 */
final class Sound {

    private static final int LONGEST = 8;

    private Sound() {}

    /** The key; the word itself when it has letters beyond a to z or is a number. */
    static String of(String word) {
        StringBuilder key = new StringBuilder(LONGEST);
        char last = 0;
        int at = 0;
        while (at < word.length() && key.length() < LONGEST) {
            char letter = word.charAt(at);
            if (letter < 'a' || letter > 'z') {
                return word;
            }
            int taken = cluster(word, at);
            char sound = taken > 1 ? ofCluster(word, at, taken) : of(word, at);
            if (sound == '.') {
                if (at == 0) {
                    key.append('A');
                }
                last = 0;
            } else if (sound != 0 && sound != last) {
                key.append(sound);
                last = sound;
            }
            at += taken;
        }
        return key.toString();
    }

    /** How many letters make one sound here. */
    private static int cluster(String word, int at) {
        for (String cluster : CLUSTERS) {
            if (word.startsWith(cluster, at)) {
                return cluster.length();
            }
        }
        return 1;
    }

    private static final String[] CLUSTERS = {
        "shch", "tsch", "tch", "sch", "dzh", "dsch", "ch", "sh", "sz", "cz", "zh", "ts", "tz", "ph", "th", "kh", "gh",
        "ck", "qu", "dj", "dz", "kn", "wr", "gn", "ks", "lj", "nj"
    };

    private static char ofCluster(String word, int at, int taken) {
        boolean start = at == 0;
        return switch (word.substring(at, at + taken)) {
            case "ph" -> 'F';
            case "th" -> 'T';
            case "kh" -> 'K';
            case "gh" -> start ? 'K' : 0;
            case "ck", "qu" -> 'K';
            case "kn" -> start ? 'N' : 'K';
            case "wr" -> start ? 'R' : 'F';
            case "gn" -> 'N';
            case "ch" -> at + 2 < word.length() && "lrn".indexOf(word.charAt(at + 2)) >= 0 ? 'K' : 'S';
            case "ks" -> 'S';
            case "dj", "dzh" -> 'J';
            case "lj" -> 'L';
            case "nj" -> 'N';
            default -> 'S';
        };
    }

    /** A class of consonants, '.' for a vowel, 0 for nothing. */
    private static char of(String word, int at) {
        char next = at + 1 < word.length() ? word.charAt(at + 1) : ' ';
        boolean soft = next == 'e' || next == 'i' || next == 'y';
        return switch (word.charAt(at)) {
            case 'b' -> 'B';
            case 'p' -> 'P';
            case 'c' -> soft ? 'S' : 'K';
            case 'k', 'q' -> 'K';
            case 'g' -> soft ? 'J' : 'K';
            case 'j' -> 'J';
            case 'y' -> at == 0 && "aeou".indexOf(next) >= 0 ? 'J' : '.';
            case 'd' -> 'D';
            case 't' -> 'T';
            case 'f', 'v', 'w' -> 'F';
            case 'l' -> 'L';
            case 'm' -> 'M';
            case 'n' -> 'N';
            case 'r' -> 'R';
            case 's', 'z', 'x' -> 'S';
            default -> '.';
        };
    }
}
