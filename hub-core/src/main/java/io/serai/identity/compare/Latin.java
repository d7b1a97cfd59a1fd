package io.serai.identity.compare;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Writes texts of many scripts in the letters a to z. Latin letters follow the machine-readable zone of passports (ICAO Doc
 * 9303, part 3: ä is ae, ø is oe, å is aa, ß is ss), with the Turkish reading of ö and ü beside ı, ş or ğ; Cyrillic BGN/PCGN, Greek
 * ELOT 743, Hangul the Revised Romanization of 2000, kana Hepburn; Hebrew and Arabic by consonants. Chinese characters stay.
 */
final class Latin {

    private static final String LETTERS = """
            ä ae ö oe ü ue å aa ø oe æ ae œ oe ß ss þ th ð d đ d ħ h ı i ł l ŋ n ŧ t ə a ĳ ij ŉ n ſ s ƒ f
            а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh
            щ shch ъ _ ы y ь _ э e ю yu я ya і i ї yi є ye ґ g ў u ј j љ lj њ nj ђ dj ћ c џ dz ѓ gj ќ kj ѕ dz ғ g қ k ң n ө o ұ u ү u
            һ h ә a
            α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o
            ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh ჩ ch ც ts
            ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h
            ա a բ b գ g դ d ե e զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n շ sh ո o չ ch պ p ջ j
            ռ r ս s վ v տ t ր r ց ts ւ u փ p ք k օ o ֆ f և ev
            א a ב b ג g ד d ה h ו v ז z ח h ט t י y כ k ך k ל l מ m ם m נ n ן n ס s ע a פ p ף f צ ts ץ ts ק k ר r ש sh ת t
            ا a أ a إ i آ a ى a ئ y ؤ w ء _ ب b پ p ت t ة a ث th ج j چ ch ح h خ kh د d ذ dh ر r ز z ژ zh س s ش sh ص s ض d ط t ظ z
            ع a غ gh ف f ق q ك k ک k گ g ل l م m ن n ه h ہ h و w ي y ی y ٹ t ڈ d ڑ r ں n ے e ـ _
            あ a い i う u え e お o か ka き ki く ku け ke こ ko さ sa し shi す su せ se そ so た ta ち chi つ tsu て te と to
            な na に ni ぬ nu ね ne の no は ha ひ hi ふ fu へ he ほ ho ま ma み mi む mu め me も mo や ya ゆ yu よ yo
            ら ra り ri る ru れ re ろ ro わ wa を o ん n が ga ぎ gi ぐ gu げ ge ご go ざ za じ ji ず zu ぜ ze ぞ zo
            だ da ぢ ji づ zu で de ど do ば ba び bi ぶ bu べ be ぼ bo ぱ pa ぴ pi ぷ pu ぺ pe ぽ po ゔ vu ぁ a ぃ i ぅ u ぇ e ぉ o""";

    private static final Map<Character, String> TABLE = table();

    private static final String[] INITIALS =
            "g kk n d tt r m b pp s ss _ j jj ch k t p h".replace("_", "").split(" ", -1);
    private static final String[] VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" ");
    private static final String[] FINALS = "_ k k k n n n t l k m p l l p l m p p t t ng t t k t p t"
            .replace("_", "")
            .split(" ", -1);

    private static final int HANGUL = 0xac00;
    private static final int HANGUL_END = 0xd7a3;

    private Latin() {}

    private static Map<Character, String> table() {
        Map<Character, String> table = new HashMap<>();
        String[] pairs = LETTERS.split("\\s+");
        for (int i = 0; i < pairs.length; i += 2) {
            table.put(pairs[i].charAt(0), pairs[i + 1].equals("_") ? "" : pairs[i + 1]);
        }
        return Map.copyOf(table);
    }

    /** Words of a to z, 0 to 9 and letters that no table knows, apart by one space; empty when nothing is left. */
    static String words(String text) {
        String plain = plainly(text);
        return plain != null ? plain : closely(text);
    }

    /** Null when the text is not of ASCII letters, digits and single separators alone. */
    private static String plainly(String text) {
        int length = text.length();
        boolean same = true;
        for (int i = 0; i < length && same; i++) {
            char letter = text.charAt(i);
            same = letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9';
        }
        if (same) {
            return text;
        }
        char[] words = new char[length];
        int end = 0;
        for (int i = 0; i < length; i++) {
            char letter = text.charAt(i);
            if (letter >= 0x80) {
                return null;
            }
            if (letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9') {
                words[end++] = letter;
            } else if (letter >= 'A' && letter <= 'Z') {
                words[end++] = (char) (letter + 32);
            } else if (letter != '\'' && letter != '`' && end > 0 && words[end - 1] != ' ') {
                words[end++] = ' ';
            }
        }
        return new String(words, 0, end > 0 && words[end - 1] == ' ' ? end - 1 : end);
    }

    private static String closely(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        boolean turkish = lower.indexOf('ı') >= 0 || lower.indexOf('ş') >= 0 || lower.indexOf('ğ') >= 0;
        StringBuilder words = new StringBuilder(lower.length() + 8);
        for (int i = 0; i < lower.length(); i++) {
            char letter = lower.charAt(i);
            if (turkish && (letter == 'ö' || letter == 'ü') || isSpanish(lower, i)) {
                words.append(letter == 'ö' ? 'o' : 'u');
            } else if (!pair(words, lower, i)) {
                append(words, letter);
            }
        }
        int end = words.length();
        if (end > 0 && words.charAt(end - 1) == ' ') {
            words.setLength(end - 1);
        }
        return words.toString();
    }

    /** The ü of Agüero is written u. */
    private static boolean isSpanish(String lower, int at) {
        return lower.charAt(at) == 'ü'
                && at > 0
                && lower.charAt(at - 1) == 'g'
                && at + 1 < lower.length()
                && "eiéí".indexOf(lower.charAt(at + 1)) >= 0;
    }

    /** Letters whose reading hangs on the one before. */
    private static boolean pair(StringBuilder words, String lower, int at) {
        char letter = lower.charAt(at);
        char before = at == 0 ? ' ' : lower.charAt(at - 1);
        int end = words.length();
        if (letter == 'υ' || letter == 'ύ') {
            if ("οό".indexOf(before) >= 0) {
                words.append('u');
                return true;
            }
            if ("αεάέ".indexOf(before) >= 0) {
                words.append('v');
                return true;
            }
        } else if (("ゃゅょ".indexOf(letter) >= 0 || "ャュョ".indexOf(letter) >= 0)
                && end > 1
                && words.charAt(end - 1) == 'i') {
            boolean soft = words.charAt(end - 2) == 'h' || words.charAt(end - 2) == 'j';
            words.setLength(end - 1);
            words.append(soft ? "" : "y").append("auo".charAt("ゃゅょャュョ".indexOf(letter) % 3));
            return true;
        }
        return letter == 'っ' || letter == 'ッ' || letter == 'ー';
    }

    private static void append(StringBuilder words, char letter) {
        if (letter < 0x80) {
            ascii(words, letter);
            return;
        }
        char plain = letter >= 'ァ' && letter <= 'ヴ' ? (char) (letter - 0x60) : letter;
        String written = TABLE.get(plain);
        if (written != null) {
            words.append(written);
        } else if (letter >= HANGUL && letter <= HANGUL_END) {
            hangul(words, letter - HANGUL);
        } else {
            apart(words, letter);
        }
    }

    private static void ascii(StringBuilder words, char letter) {
        if (letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9') {
            words.append(letter);
        } else if (letter != '\'' && letter != '`') {
            space(words);
        }
    }

    private static void space(StringBuilder words) {
        if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
    }

    private static void hangul(StringBuilder words, int syllable) {
        words.append(INITIALS[syllable / 588])
                .append(VOWELS[syllable % 588 / 28])
                .append(FINALS[syllable % 28]);
    }

    private static void apart(StringBuilder words, char letter) {
        if ("’‘´ʼʻʹ′״׳".indexOf(letter) >= 0 || Character.getType(letter) == Character.NON_SPACING_MARK) {
            return;
        }
        String parts = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFKD);
        if (parts.charAt(0) != letter) {
            for (int i = 0; i < parts.length(); i++) {
                append(words, parts.charAt(i));
            }
        } else if (Character.isLetterOrDigit(letter) || Character.isSurrogate(letter)) {
            words.append(letter);
        } else {
            space(words);
        }
    }
}
