package io.serai.demo.population;

import java.util.List;
import java.util.stream.Stream;

/** What hands, eyes, ears and scanners do to a word. */
final class Slips {

    private static final List<String> KEYS = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");
    private static final List<String[]> SOUNDS = ways(
            "ph f", "f ph", "ck k", "ei ie", "ie y", "ai ei", "ou u", "oo u", "ee i", "y i", "tt t", "ll l", "nn n",
            "mm m", "ss s", "rr r", "th t", "sch sh", "cz ch", "ew ow", "c k", "k c", "z s", "s z", "v w", "w v", "g j",
            "b p", "d t", "m n", "a e", "e a", "i e", "o u", "u o");
    private static final List<String[]> SHAPES = ways(
            "rn m", "m rn", "cl d", "d cl", "li h", "h li", "nn m", "vv w", "w vv", "ii u", "o 0", "l 1", "i l", "e c",
            "c e", "u v", "v u", "g q", "t f", "a o", "n h", "B 8", "S 5", "O 0");

    private Slips() {}

    private static List<String[]> ways(String... ways) {
        return Stream.of(ways).map(way -> way.split(" ")).toList();
    }

    /** The word with one slip of a kind; the same when it is too short or has nothing for that kind. */
    static String slip(String word, Trouble kind, Dice dice) {
        if (word.length() < 3) {
            return word;
        }
        return switch (kind) {
            case KEYBOARD -> nextKey(word, dice);
            case OCR -> replaced(word, SHAPES, dice);
            case PHONETIC -> replaced(word, SOUNDS, dice);
            case TRANSPOSED -> transposed(word, dice);
            case DROPPED_LETTER -> dropped(word, dice);
            case WRONG_DIGIT -> digit(word, dice);
            default -> throw new IllegalArgumentException(kind + " is no slip");
        };
    }

    private static String nextKey(String word, Dice dice) {
        int at = dice.below(word.length());
        char letter = Character.toLowerCase(word.charAt(at));
        for (String row : KEYS) {
            int key = row.indexOf(letter);
            if (key >= 0) {
                int next = key == 0 ? 1 : key == row.length() - 1 ? key - 1 : key + (dice.chance(0.5) ? 1 : -1);
                // A quarter of such slips press both keys.
                return word.substring(0, at) + row.charAt(next) + word.substring(dice.chance(0.25) ? at : at + 1);
            }
        }
        return word;
    }

    private static String replaced(String word, List<String[]> ways, Dice dice) {
        int first = dice.below(ways.size());
        for (int i = 0; i < ways.size(); i++) {
            String[] way = ways.get((first + i) % ways.size());
            int at = word.indexOf(way[0], 1);
            if (at > 0) {
                return word.substring(0, at) + way[1] + word.substring(at + way[0].length());
            }
        }
        return word;
    }

    private static String transposed(String word, Dice dice) {
        int at = dice.chance(0.1) ? 0 : dice.between(1, word.length() - 2);
        return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    }

    private static String dropped(String word, Dice dice) {
        int at = dice.chance(0.1) ? 0 : dice.between(1, word.length() - 1);
        return word.substring(0, at) + word.substring(at + 1);
    }

    private static String digit(String word, Dice dice) {
        int first = dice.below(word.length());
        for (int i = 0; i < word.length(); i++) {
            int at = (first + i) % word.length();
            if (Character.isDigit(word.charAt(at))) {
                return word.substring(0, at) + dice.below(10) + word.substring(at + 1);
            }
        }
        return word;
    }
}
