package io.serai.identity.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainFieldsTest {

    @ParameterizedTest
    @CsvSource({
        "Civil Engineer, civil engineer, same",
        "engineer, enginer, one letter apart",
        "Civil Engineer, Engineer, all words of the shorter one",
        "Acme Ltd, Acme Limited, half of the words in common",
        "Acme Tools of Leeds, Acme Limited, a word in common",
        "Acme Tools, Smith and Sons, different",
        "n/a, Acme, nothing"
    })
    void texts(String left, String right, String level) {
        assertThat(Pair.of(Kind.TEXT, left, right)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "6988-048, 6988048, same",
        "AB 12, ab12, same",
        "6988048, 6988084, one letter apart",
        "12345, 12346, one letter apart",
        "1234, 1235, different",
        "m, f, different",
        "male, m, same",
        "Female, F, same",
        "weiblich, female, same",
        "0, 0, same",
        "0000000, 6988084, nothing",
        "unknown, 6988084, nothing"
    })
    void codes(String left, String right, String level) {
        assertThat(Pair.of(Kind.EXACT, left, right)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "'1,234.50', 1234.5, same",
        "'1.234,50', 1234.5, same",
        "'1,234', 1234, same",
        "'12,5', 12.5, same",
        "0, 0.0, same",
        "-5, 5, different",
        "100, 99, within a hundredth",
        "100, 98.9, within a tenth",
        "100, 90, within a tenth",
        "100, 89.9, different",
        "0, 1, different",
        "12 apples, 12, nothing",
        "'', 12, nothing"
    })
    void numbers(String left, String right, String level) {
        assertThat(Pair.of(Kind.NUMBER, left, right)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "'52.52,13.41', '52.52 13.41', same",
        "'52.52,13.41', '52.52004,13.41', same",
        "'52.52,13.41', '52.5208,13.41', within 100 m",
        "'52.52,13.41', '52.5288,13.41', within 1 km",
        "'52.52,13.41', '52.60,13.41', within 10 km",
        "'52.52,13.41', '52.52,13.55', within 10 km",
        "'52.52,13.41', '52.52,14.00', within 50 km",
        "'52.52,13.41', '52.95,13.41', within 50 km",
        "'52.52,13.41', '53.0,13.41', different",
        "'0.5,179.9999', '0.5,-179.9999', within 100 m",
        "'0,0', '52.52,13.41', nothing",
        "'91,0', '52.52,13.41', nothing",
        "'52.52,181', '52.52,13.41', nothing",
        "'52.52', '52.52,13.41', nothing",
        "'x,y', '52.52,13.41', nothing"
    })
    void places(String left, String right, String level) {
        assertThat(Pair.of(Kind.GEO, left, right)).isEqualTo(level);
    }
}
