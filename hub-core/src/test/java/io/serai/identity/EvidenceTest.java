package io.serai.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {

    @ParameterizedTest
    @CsvSource({
        "García, garcia",
        "O'Brien, obrien",
        "O’BRIEN, obrien",
        "Žižek, zizek",
        "Łukasz, lukasz",
        "Søren, soren",
        "Straße, strasse",
        "Æthel, aethel",
        "Anne-Marie, anne marie",
        "'  van   der  Berg ', van der berg",
        "J., j",
        "Œuvre, oeuvre",
        "Müller, muller",
        "李, 李"
    })
    void names_have_one_way_of_writing(String written, String canonical) {
        assertThat(Evidence.of(null, written, null).lastName()).isEqualTo(canonical);
    }

    @Test
    void what_says_nothing_is_nothing() {
        assertThat(Evidence.of("", " ", null)).isSameAs(Evidence.NONE);
        assertThat(Evidence.of("n/a", "unknown", "0000-00-00")).isSameAs(Evidence.NONE);
        assertThat(Evidence.of("-", "...", "1900-01-01")).isSameAs(Evidence.NONE);
    }

    @Test
    void birth_dates_are_iso() {
        assertThat(Evidence.of(null, null, "1980-02-01").birthDate()).isEqualTo("1980-02-01");
        assertThat(Evidence.of(null, null, "1980-02-01T00:00:00Z").birthDate()).isEqualTo("1980-02-01");
        assertThat(Evidence.of(null, null, 19800201L).birthDate()).isEqualTo("1980-02-01");
        assertThat(Evidence.of(null, null, "1980-02-31").birthDate()).isNull();
        assertThat(Evidence.of(null, null, "01/02/1980").birthDate()).isNull();
    }

    private static Agreement agreement(String left, String right) {
        return Agreement.between(evidence(left), evidence(right));
    }

    private static Evidence evidence(String text) {
        String[] parts = text.split("/", -1);
        return Evidence.of(parts[0], parts[1], parts[2]);
    }

    @ParameterizedTest
    @CsvSource({
        "Ann/Smith/, Ann/Smith/, AGREE",
        "Ann/Smith/, Ann/Jones/, AGREE",
        "Ann/Smith/, Bob/Smith/, DIFFER",
        "Robert/Kaya/, Bob/Kaya/, AGREE",
        "Stephen/Kaya/, Stephan/Kaya/, AGREE",
        "Stephen/Kaya/, Stephan/Smith/, DIFFER",
        "J/Kaya/, John/Kaya/, AGREE",
        "J/Kaya/, John//, UNKNOWN",
        "Ann/Smith/1980-01-02, Ann/Smith/1999-12-31, DIFFER",
        "Ann/Smith/1980-01-02, Ann/Smith/1980-02-01, AGREE",
        "/Smith/1980-01-02, Ann//1980-01-02, AGREE",
        "Ann/Smith/1980-01-02, Bob/Smith/1980-01-02, DIFFER",
        "Smith/Ann/, Ann/Smith/, AGREE",
        "/Smith/, Ann/Smith/, UNKNOWN",
        "/Jones/, Ann/Smith/, DIFFER",
        "//, Ann/Smith/, UNKNOWN",
        "Anne Marie/Kaya/, Anne/Kaya/, AGREE",
        "Jon/Kaya/, Dan/Kaya/, DIFFER"
    })
    void names_and_birth_dates_agree_or_differ(String left, String right, Agreement expected) {
        assertThat(agreement(left, right)).isEqualTo(expected);
        assertThat(agreement(right, left)).isEqualTo(expected);
    }
}
