package io.serai.demo.population;

import java.text.Normalizer;
import java.util.List;

/** Other letters for the same sounds. */
final class Spelling {

    private static final String[][] LATIN = {
        {"ß", "ss"},
        {"ł", "l"},
        {"Ł", "L"},
        {"ø", "o"},
        {"ı", "i"},
        {"İ", "I"},
        {"æ", "ae"},
        {"œ", "oe"},
        {"đ", "d"},
        {"ð", "d"}
    };
    private static final String[][] UMLAUTS = {
        {"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"Ä", "Ae"}, {"Ö", "Oe"}, {"Ü", "Ue"}
    };
    private static final List<String[]> SLAVIC = List.of(new String[][] {
        {"Shch", "Schtsch"},
        {"ov", "ow"},
        {"sky", "ski"},
        {"iy", "y"},
        {"ch", "tsch"},
        {"Zh", "J"},
        {"zh", "sh"},
        {"ks", "x"},
        {"ya", "ia"},
        {"ei", "ej"},
        {"ev", "eff"},
        {"yu", "ju"}
    });
    private static final List<String[]> ARABIC = List.of(new String[][] {
        {"El ", "Al-"},
        {"Al-", "Al "},
        {"Ben ", "Bin "},
        {"ou", "u"},
        {"ee", "i"},
        {"kh", "k"},
        {"ch", "sh"},
        {"dj", "j"},
        {"q", "k"},
        {"ss", "s"},
        {"ai", "ay"},
        {"ed", "ad"}
    });
    private static final String[] CYRILLIC = {
        "shch щ", "sh ш", "ch ч", "zh ж", "kh х", "ya я", "yu ю", "ye е", "yo ё", "ts ц", "a а", "b б", "v в", "g г",
        "d д", "e е", "z з", "i и", "y й", "j й", "k к", "l л", "m м", "n н", "o о", "p п", "r р", "s с", "t т", "u у",
        "f ф", "h х", "c ц", "x кс", "w в", "q к"
    };

    private Spelling() {}

    /** Without accents, in the letters of English. */
    static String ascii(String text) {
        if (text.chars().allMatch(letter -> letter < 128)) {
            return text;
        }
        String plain = text;
        for (String[] pair : LATIN) {
            plain = plain.replace(pair[0], pair[1]);
        }
        StringBuilder letters = new StringBuilder();
        String apart = Normalizer.normalize(plain, Normalizer.Form.NFD);
        for (int i = 0; i < apart.length(); i++) {
            if (Character.getType(apart.charAt(i)) != Character.NON_SPACING_MARK) {
                letters.append(apart.charAt(i));
            }
        }
        return letters.toString();
    }

    /** As Germans write without umlauts: Mueller. */
    static String withoutUmlauts(String text) {
        String plain = text;
        for (String[] pair : UMLAUTS) {
            plain = plain.replace(pair[0], pair[1]);
        }
        return plain;
    }

    /** Another romanisation, where the culture has another script; otherwise the same. */
    static String romanised(String name, Culture culture, Dice dice) {
        List<String[]> ways = culture.is("ru") ? SLAVIC : culture.is("ar") ? ARABIC : List.of();
        int first = ways.isEmpty() ? 0 : dice.below(ways.size());
        for (int i = 0; i < ways.size(); i++) {
            String[] way = ways.get((first + i) % ways.size());
            if (name.contains(way[0])) {
                return name.replace(way[0], way[1]);
            }
        }
        return name;
    }

    static String cyrillic(String name) {
        StringBuilder text = new StringBuilder();
        String rest = name.toLowerCase(java.util.Locale.ROOT);
        while (!rest.isEmpty()) {
            String letter = letter(rest);
            text.append(letter == null ? rest.substring(0, 1) : letter.substring(letter.indexOf(' ') + 1));
            rest = rest.substring(letter == null ? 1 : letter.indexOf(' '));
        }
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private static String letter(String rest) {
        for (String letter : CYRILLIC) {
            if (rest.startsWith(letter.substring(0, letter.indexOf(' ')))) {
                return letter;
            }
        }
        return null;
    }
}
