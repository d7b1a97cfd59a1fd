package io.serai.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Example;

/** What is written here is stored and tells signatures apart: the quick way has to write what the long way does. */
class EvidenceProperties {

    private static final String LETTERS =
            "abcxyzABCXYZIİıßẞ019 -.,'’`´ÀÁÂÃÄÅÆÇÈÉÍÎÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞàáâäåæçéíîðñóôö÷øúûüýþÿ"
                    + "ŁłŒœŞşĞğ\u0301\u0308ΣσςЖжﬁ½ªº\t\u00a0\u00ad\u0085李🎈";

    @Example
    void names_are_written_the_long_way_and_the_quick_way_alike() {
        int[] letters = LETTERS.codePoints().toArray();
        Random random = new Random(3);
        for (int i = 0; i < 200_000; i++) {
            StringBuilder name = new StringBuilder();
            int known = random.nextBoolean() ? letters.length : 80;
            for (int length = random.nextInt(9); length > 0; length--) {
                name.appendCodePoint(letters[random.nextInt(known)]);
            }
            assertThat(Evidence.of(name, null, null).firstName())
                    .as("\"%s\"", name)
                    .isEqualTo(theLongWay(name.toString()));
        }
    }

    @Example
    void every_letter_is_written_the_long_way_and_the_quick_way_alike() {
        for (int letter = 1; letter < 0x3000; letter++) {
            String name = "a" + Character.toString(letter) + "B";
            assertThat(Evidence.of(name, null, null).firstName())
                    .as("letter %x", letter)
                    .isEqualTo(theLongWay(name));
        }
    }

    @Example
    void a_birth_date_is_what_the_calendar_knows() {
        Random random = new Random(4);
        for (int i = 0; i < 100_000; i++) {
            String date = "%04d-%02d-%02d"
                    .formatted(1790 + random.nextInt(420), random.nextInt(14), random.nextInt(33))
                    .replace('-', random.nextInt(20) == 0 ? '/' : '-');
            String written = random.nextInt(5) == 0 ? date.replace("-", "") : date;
            String expected = isDate(date) && (written.length() == 10 || written.length() == 8) ? date : null;
            assertThat(Evidence.of(null, null, written).birthDate()).as(written).isEqualTo(expected);
        }
        for (String none :
                new String[] {"+1990-01-01", "-1990-01-01", "19900-01-01", "1990-1-1", "١٩٩٠-٠١-٠١", "1900-01-01"}) {
            assertThat(Evidence.of(null, null, none).birthDate()).as(none).isNull();
        }
        assertThat(Evidence.of(null, null, " 2000-02-29T10:00 ").birthDate()).isEqualTo("2000-02-29");
    }

    private static boolean isDate(String text) {
        try {
            int year = LocalDate.parse(text).getYear();
            return year > 1800 && year < 2200 && !text.equals("1900-01-01");
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String theLongWay(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder name = new StringBuilder();
        folded.codePoints().forEach(letter -> append(name, letter));
        String canonical = name.toString().replaceAll(" $", "");
        boolean nothing = canonical.isEmpty()
                || io.serai.identity.compare.Junk.isWord(canonical)
                || io.serai.identity.compare.Junk.isWord(text.strip());
        return nothing ? null : canonical;
    }

    private static void append(StringBuilder name, int letter) {
        int special = "øłđðħı".indexOf(letter);
        if (special >= 0) {
            name.append("olddhi".charAt(special));
        } else if (letter == 'ß') {
            name.append("ss");
        } else if (letter == 'æ') {
            name.append("ae");
        } else if (letter == 'œ') {
            name.append("oe");
        } else if (letter == 'þ') {
            name.append("th");
        } else if ("'’‘`´ʼ".indexOf(letter) >= 0) {
            return;
        } else if (Character.isLetterOrDigit(letter)) {
            name.appendCodePoint(letter);
        } else if (Character.getType(letter) != Character.NON_SPACING_MARK
                && !name.isEmpty()
                && name.charAt(name.length() - 1) != ' ') {
            name.append(' ');
        }
    }
}
