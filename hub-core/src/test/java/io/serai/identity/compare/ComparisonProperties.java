package io.serai.identity.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ComparisonProperties {

    private static final List<String> PIECES = List.of(
            "Ann",
            "anna",
            "Bob",
            "Robert",
            "Smith",
            "Smyth",
            "van der",
            "Berg",
            "García",
            "Márquez",
            "O'Brien",
            "J.",
            "12",
            "12a",
            "High",
            "Street",
            "St",
            "1956-04-09",
            "09/04/1956",
            "1956",
            "04",
            "ann@x.org",
            "a.nn@gmail.com",
            "+44 7700 900123",
            "07700",
            "900124",
            "SW1A",
            "2AA",
            "London",
            "52.52",
            "13.41",
            ",",
            "-",
            "/",
            "Иван",
            "王伟",
            "김",
            "ß",
            "x",
            "n/a",
            "😀",
            "6988048",
            "Flat",
            "ul.");

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.of(PIECES).list().ofMaxSize(4).map(list -> String.join(" ", list));
        Arbitrary<String> letters = Arbitraries.strings()
                .withCharRange('a', 'c')
                .withChars(" 019.-@")
                .ofMaxLength(9);
        return Combinators.combine(Arbitraries.of(true, true, false), words, letters)
                .as((word, one, two) -> word ? one : two);
    }

    @Property(tries = 3000, seed = "4")
    void a_level_is_the_same_both_ways_and_highest_for_equals_only(
            @ForAll Kind kind, @ForAll("texts") String left, @ForAll("texts") String right) {
        Comparison comparison = Comparison.of(kind);
        Object one = comparison.parse(left);
        Object two = comparison.parse(right);
        if (one == null || two == null) {
            return;
        }
        int level = comparison.level(one, two);
        assertThat(level).isBetween(0, comparison.levels() - 1).isEqualTo(comparison.level(two, one));
        assertThat(level == comparison.levels() - 1)
                .as("%s and %s", one, two)
                .isEqualTo(comparison.canonical(one).equals(comparison.canonical(two)))
                .isEqualTo(one.equals(two));
        assertThat(comparison.levelName(level)).isNotBlank();
    }

    @Property(tries = 3000, seed = "5")
    void what_is_canonical_stays(@ForAll Kind kind, @ForAll("texts") String text) {
        Comparison comparison = Comparison.of(kind);
        Object parsed = comparison.parse(text);
        if (parsed == null) {
            return;
        }
        String canonical = comparison.canonical(parsed);
        assertThat(canonical).isNotEmpty();
        Object again = comparison.parse(canonical);
        assertThat(again).as("%s, read from %s", canonical, text).isNotNull();
        assertThat(comparison.canonical(again)).isEqualTo(canonical);
        assertThat(again).isEqualTo(parsed).hasSameHashCodeAs(parsed).hasToString(canonical);
    }

    @Property(tries = 2000, seed = "6")
    void atoms_are_named_and_the_whole_is_the_first(@ForAll Kind kind, @ForAll("texts") String text) {
        Comparison comparison = Comparison.of(kind);
        Object parsed = comparison.parse(text);
        if (parsed == null) {
            return;
        }
        int[] whole = new int[1];
        comparison.atoms(parsed, (atom, hash) -> {
            assertThat(atom).isBetween(0, comparison.atomNames().size() - 1);
            whole[0] += atom == 0 ? 1 : 0;
        });
        assertThat(whole[0]).isEqualTo(1);
        assertThat(comparison.atomNames().get(0)).isEqualTo("whole");
    }
}
