package io.serai.identity.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource({
        "1956-04-09, 1956-04-09",
        "19560409, 1956-04-09",
        "09/04/1956, 1956-04-09",
        "9.4.1956, 1956-04-09",
        "09041956, 1956-04-09",
        "12/31/1999, 1999-12-31",
        "31-12-1999, 1999-12-31",
        "1956-04-09T00:00:00Z, 1956-04-09",
        "1956-04-09 12:30:11.5, 1956-04-09",
        "1956/4/9, 1956-04-09",
        "09/04/56, 1956-04-09",
        "09/04/21, 2021-04-09",
        "9 Apr 1956, 1956-04-09",
        "Apr 9 1956, 1956-04-09",
        "9. April 1956, 1956-04-09",
        "9 août 1956, 1956-08-09",
        "3 März 1956, 1956-03-03",
        "1956, 1956",
        "1956-04, 1956-04",
        "04/1956, 1956-04",
        "195604, 1956-04",
        "1856-86-18, 1856-86-18",
        "1956-4-0, 1956-04",
        "1956-00-00, 1956",
        "1900-06-01, 1900-06-01",
        "1901-01-01, 1901-01-01"
    })
    void a_day_has_one_way_of_writing(String written, String canonical) {
        assertThat(Pair.canonical(Kind.BIRTH_DATE, written)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "n/a",
                "1900-01-01",
                "01/01/1900",
                "1800-01-01",
                "1753-01-01",
                "0000-00-00",
                "0001-01-01",
                "9999-12-31",
                "1899-12-30",
                "1899-12-31",
                "unknown",
                "12",
                "123",
                "1199-05-05",
                "2201-05-05",
                "1234567890"
            })
    void what_stands_for_no_day_says_nothing(String written) {
        assertThat(Pair.canonical(Kind.BIRTH_DATE, written)).isNull();
        assertThat(Pair.canonical(Kind.DATE, written)).isNull();
    }

    @Test
    void which_comes_first_is_a_setting_unless_only_one_can() {
        Comparison american = Comparison.of(Kind.BIRTH_DATE, Settings.USUAL.withDayFirst(false));
        assertThat(american.parse("03/04/2001")).hasToString("2001-03-04");
        assertThat(american.parse("23/04/2001")).hasToString("2001-04-23");
        assertThat(american.parse("03042001")).hasToString("2001-03-04");
        assertThat(Pair.canonical(Kind.BIRTH_DATE, "03/04/2001")).isEqualTo("2001-04-03");
        assertThat(Pair.canonical(Kind.BIRTH_DATE, "03/23/2001")).isEqualTo("2001-03-23");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1956-04-09 | 1956-04-09 | same",
                "1956 | 1956 | same",
                "1956-04-09 | 1956-09-04 | day and month swapped",
                "1956-04-09 | 1956-04-08 | one digit wrong or two swapped",
                "1956-04-09 | 1956-05-09 | one digit wrong or two swapped",
                "1956-04-09 | 1965-04-09 | one digit wrong or two swapped",
                "1956-04-12 | 1956-04-21 | one digit wrong or two swapped",
                "1956-01-12 | 1956-10-12 | one digit wrong or two swapped",
                "1969-04-09 | 1959-04-09 | one digit wrong or two swapped",
                "1956-04-12 | 1956-04-30 | same year and month, or same day in a near year",
                "1956-04-09 | 1956-04 | same year and month, or same day in a near year",
                "1958-04-09 | 1961-04-09 | same year and month, or same day in a near year",
                "1969-04-09 | 1979-04-09 | one digit wrong or two swapped",
                "1969-04-09 | 1978-04-09 | same year and month, or same day in a near year",
                "1968-04-09 | 1979-04-09 | different",
                "1956-04-25 | 1956-05-26 | within a month",
                "1955-12-20 | 1956-01-19 | within a month",
                "1956-04-25 | 1956-05-31 | same year",
                "1956-04-09 | 1956-11-28 | same year",
                "1956-04-09 | 1956 | same year",
                "1956-04 | 1956-05 | same year",
                "1956-04-09 | 1957-03-28 | about a year apart",
                "1956-04-09 | 1957-05-11 | about a year apart",
                "1956-04-09 | 1957-05-13 | within ten years",
                "1956-04-09 | 1957-11-28 | within ten years",
                "1956 | 1957 | about a year apart",
                "1956 | 1966 | within ten years",
                "1956-04-09 | 1966-11-28 | within ten years",
                "1956 | 1967 | different",
                "1958-04-09 | 1947-04-09 | different",
                "1956-04-09 | 1967-11-28 | different",
                "1956-04-09 | 1900-01-01 | nothing"
            })
    void dates(String left, String right, String level) {
        assertThat(Pair.of(Kind.BIRTH_DATE, left, right)).isEqualTo(level);
        assertThat(Pair.of(Kind.DATE, left, right)).isEqualTo(level);
    }
}
