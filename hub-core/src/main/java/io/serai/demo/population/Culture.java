package io.serai.demo.population;

import java.util.List;

/** How people of one language are called: common names by rank, and a long tail of rare ones made of syllables. */
final class Culture {

    private static final int SURNAMES = 120_000;
    private static final int GIVEN_NAMES = 900;
    private static final double GIVEN_SKEW = 10;

    private final String code;
    private final int skew;
    private final List<GivenName> male;
    private final List<GivenName> female;
    private final List<String> surnames;
    private final Syllables rareSurnames;
    private final Syllables rareMale;
    private final Syllables rareFemale;

    Culture(String code, Lexicon lexicon) {
        this.code = code;
        this.skew = Integer.parseInt(lexicon.text("skew"));
        this.male = lexicon.words("male").stream().map(GivenName::parsed).toList();
        this.female = lexicon.words("female").stream().map(GivenName::parsed).toList();
        this.surnames = lexicon.spaced("surnames");
        List<String> starts = lexicon.spaced("given-starts");
        this.rareSurnames = new Syllables(lexicon.spaced("starts"), lexicon.spaced("middles"), lexicon.spaced("ends"));
        this.rareMale = new Syllables(starts, List.of("", "i", "a", "o"), lexicon.spaced("given-male"));
        this.rareFemale = new Syllables(starts, List.of("", "i", "a", "o"), lexicon.spaced("given-female"));
    }

    boolean is(String other) {
        return code.equals(other);
    }

    GivenName givenName(boolean woman, Dice dice) {
        List<GivenName> common = woman ? female : male;
        int rank = dice.chance(0.8) ? dice.rank(common.size(), GIVEN_SKEW) : dice.rank(GIVEN_NAMES, GIVEN_SKEW);
        return rank < common.size()
                ? common.get(rank)
                : new GivenName((woman ? rareFemale : rareMale).word(rank - common.size()), List.of());
    }

    /** As a man bears it. */
    String surname(Dice dice) {
        int rank = dice.rank(SURNAMES, skew);
        return rank < surnames.size() ? surnames.get(rank) : rareSurnames.word(rank - surnames.size());
    }

    /** As a woman bears it: Kowalska, Ivanova. */
    String ofWoman(String surname) {
        if (is("pl") && (surname.endsWith("ski") || surname.endsWith("cki"))) {
            return surname.substring(0, surname.length() - 1) + "a";
        }
        if (is("ru")) {
            return surname.endsWith("ov") || surname.endsWith("ev") || surname.endsWith("in")
                    ? surname + "a"
                    : surname.endsWith("sky") ? surname.substring(0, surname.length() - 1) + "aya" : surname;
        }
        return surname;
    }

    /** A double name or a man's name kept whole by his wife is unusual here: women keep the name that they were born with. */
    boolean keepsBirthName() {
        return is("es") || is("it") || is("ar");
    }
}
