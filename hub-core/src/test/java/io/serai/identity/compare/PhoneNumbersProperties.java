package io.serai.identity.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;

class PhoneNumbersProperties {

    private static final List<String> REGIONS = List.of(
            "GB", "US", "CA", "FR", "ES", "DE", "IT", "NL", "BE", "CH", "AT", "DK", "SE", "NO", "PL", "PT", "IE", "CZ",
            "FI", "BR", "AU", "");
    private static final List<String> CODES = List.of(
            "44", "1", "33", "34", "49", "39", "31", "32", "41", "43", "45", "46", "47", "48", "351", "353", "420",
            "358", "55", "61", "7", "81", "423");
    private static final List<String> NATIONAL = List.of("0", "1", "", "", "00", "44", "49", "39", "+", "011", "06");

    @Example
    void the_fast_path_says_what_the_library_says() {
        Random random = new Random(7);
        for (String region : REGIONS) {
            PhoneNumbers normaliser = new PhoneNumbers(region);
            int fast = 0;
            for (int i = 0; i < 10_000; i++) {
                fast += agree(normaliser, region, number(random)) ? 1 : 0;
            }
            assertThat(fast)
                    .as("numbers that took the fast path in \"%s\"", region)
                    .isGreaterThan(300);
        }
    }

    @Example
    void the_fast_path_agrees_on_every_beginning_of_a_number() {
        Random random = new Random(8);
        for (String region : List.of("GB", "US", "FR", "DE", "IT", "NL", "IE", "PL")) {
            PhoneNumbers normaliser = new PhoneNumbers(region);
            for (int beginning = 0; beginning < 10_000; beginning++) {
                String digits = "%04d".formatted(beginning) + digits(random, 3 + random.nextInt(11));
                agree(normaliser, region, (random.nextBoolean() ? "0" : "") + digits);
                agree(normaliser, region, "+" + CODES.get(random.nextInt(17)) + digits);
            }
        }
    }

    @Example
    void plainly_written_numbers_of_common_plans_take_the_fast_path() {
        PhoneNumbers british = new PhoneNumbers("GB");

        for (String written : List.of("+44 7911 123456", "07911 123-456", "(020) 7946.0958", "0033 6 23 62 44 64")) {
            assertThat(british.plainlyWritten(written)).as(written).isNotNull();
        }
        for (String doubtful : List.of("+44 (0)20 7946 0958", "07911 123456 x12", "٠٧٩١١", "447911123456", "12345")) {
            assertThat(british.plainlyWritten(doubtful)).as(doubtful).isNull();
        }
        assertThat(british.plainlyWritten("016062 405 644")).isEqualTo(NumberingPlan.NONE);
        assertThat(british.normalise("016062 405 644")).isNull();
    }

    private static boolean agree(PhoneNumbers normaliser, String region, String written) {
        String plain = normaliser.plainlyWritten(written);
        if (plain != null) {
            assertThat(normaliser.normalise(written))
                    .as("\"%s\" in \"%s\"", written, region)
                    .isEqualTo(Junk.isNumber(written) ? null : PhoneNumbers.byLibrary(written, region(region)));
        }
        return plain != null;
    }

    private static String region(String name) {
        return name.isEmpty() ? null : name;
    }

    private static String number(Random random) {
        String code = CODES.get(random.nextInt(CODES.size()));
        String before =
                switch (random.nextInt(4)) {
                    case 0 -> "+" + code;
                    case 1 -> "00" + code;
                    default -> NATIONAL.get(random.nextInt(NATIONAL.size()));
                };
        StringBuilder number = new StringBuilder(random.nextInt(8) == 0 ? "(" : "").append(before);
        for (int digits = 6 + random.nextInt(7); digits > 0; digits--) {
            number.append(random.nextInt(12) == 0 ? " -.()".charAt(random.nextInt(5)) + "" : "")
                    .append(random.nextInt(10));
        }
        return number.toString();
    }

    private static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}
