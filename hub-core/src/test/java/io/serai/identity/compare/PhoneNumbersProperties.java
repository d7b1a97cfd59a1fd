package io.serai.identity.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;

class PhoneNumbersProperties {

    private static final List<String> PREFIXES =
            List.of("+44", "+1", "+33", "+34", "0", "1", "", "00", "+49", "44", "+");

    @Example
    void the_fast_path_says_what_the_library_says() {
        Random random = new Random(7);
        for (String region : List.of("GB", "US", "CA", "FR", "ES")) {
            PhoneNumbers normaliser = new PhoneNumbers(region);
            int fast = 0;
            for (int i = 0; i < 20_000; i++) {
                String written = number(random);
                String plain = normaliser.plainlyWritten(written);
                if (plain != null) {
                    fast++;
                    String library = PhoneNumbers.byLibrary(written, region);
                    assertThat(normaliser.normalise(written))
                            .as("%s in %s", written, region)
                            .isEqualTo(library);
                }
            }
            assertThat(fast).as("numbers that took the fast path in %s", region).isGreaterThan(300);
        }
    }

    private static String number(Random random) {
        StringBuilder number = new StringBuilder(PREFIXES.get(random.nextInt(PREFIXES.size())));
        if (number.isEmpty() || random.nextBoolean()) {
            number.append(random.nextInt(10));
        }
        for (int digits = 7 + random.nextInt(4); digits > 0; digits--) {
            number.append(random.nextInt(12) == 0 ? " " : "").append(random.nextInt(10));
        }
        return number.toString();
    }
}
