package io.serai.identity.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhoneNumbersTest {

    private final PhoneNumbers british = new PhoneNumbers("GB");
    private final PhoneNumbers anywhere = new PhoneNumbers("");

    @Test
    void a_number_of_the_region_is_the_same_however_it_is_written() {
        for (String text :
                new String[] {"07700 900123", "+44 7700 900123", "07700-900-123", "(07700) 900123", "0044 7700 900123"
                }) {
            assertThat(british.normalise(text)).as(text).isEqualTo("+447700900123");
            assertThat(british.normalise(text)).as(text + " again").isEqualTo("+447700900123");
        }
    }

    @Test
    void answers_that_are_kept_are_not_taken_for_those_of_other_numbers() {
        for (int i = 0; i < 20_000; i++) {
            String digits = "%06d".formatted(i * 37);
            assertThat(british.normalise("(07700) " + digits.replaceAll("^000000$", "123456")))
                    .isEqualTo("+447700" + digits.replaceAll("^000000$", "123456"));
        }
    }

    @Test
    void a_number_without_a_country_needs_its_prefix() {
        assertThat(anywhere.normalise("07700 900123")).isNull();
        assertThat(anywhere.normalise("+44 7700 900123")).isEqualTo("+447700900123");
        assertThat(new PhoneNumbers(null).normalise("+44 7700 900123")).isEqualTo("+447700900123");
    }

    @Test
    void seven_equal_digits_at_the_end_are_nobodys_number_and_six_are_somebodys() {
        assertThat(british.normalise("02080000000")).isNull();
        assertThat(british.normalise("(020) 80000000")).isNull();
        assertThat(british.normalise("02081000000")).isEqualTo("+442081000000");
    }

    @Test
    void what_is_no_number_says_nothing() {
        for (String text : new String[] {"call me", "12", "+", "077009001234567890", "0".repeat(41)}) {
            assertThat(british.normalise(text)).as(text).isNull();
        }
        assertThat(british.normalise("07700 900123" + " ".repeat(28))).isEqualTo("+447700900123");
        assertThat(british.normalise("07700 900123" + " ".repeat(29))).isNull();
    }

    @Test
    void numbers_of_rarer_countries_and_odd_writings_are_left_to_the_library() {
        assertThat(british.plainlyWritten("+55 11 91234 5678")).isNull();
        assertThat(british.plainlyWritten("07700/900123")).isNull();
        assertThat(british.plainlyWritten("077009001")).isNull();
        assertThat(british.plainlyWritten("07700900123")).isEqualTo("+447700900123");
        assertThat(british.plainlyWritten("+49 151 23456789")).isEqualTo("+4915123456789");
        assertThat(british.normalise("+55 11 91234 5678")).isEqualTo("+5511912345678");
    }
}
