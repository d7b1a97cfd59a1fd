package io.serai.identity.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "Anna, ANNA, same",
        "Dr. Anna, anna, same",
        "José, Jose, same",
        "Иван, Ivan, same",
        "Jürgen, Juergen, same",
        "Jürgen, Jurgen, one letter apart",
        "Martha, Marhta, one letter apart",
        "Jon, John, one letter apart",
        "Ann, Anne, one letter apart",
        "Jo, Jos, different",
        "Robert, Bob, nickname",
        "Bob, Rob, one letter apart",
        "Bill, Will, one letter apart",
        "Bill, Liam, nickname",
        "Samantha, Sam, nickname",
        "Samuel, Sam, nickname",
        "Samuel, Samantha, different",
        "Alexander, Sascha, nickname",
        "Francisco, Paco, nickname",
        "Giuseppe, Beppe, nickname",
        "Katarzyna, Kasia, nickname",
        "Дмитрий, Dima, nickname",
        "Guillaume, Guy, nickname",
        "Johannes, Hans, nickname",
        "Willem, Wim, nickname",
        "Thos., Thomas, nickname",
        "Jean-Pierre, Jean, part of",
        "Anna Maria, Maria, part of",
        "Robert James, Bob, part of",
        "Jean-Pierre, Jeanpierre, one letter apart",
        "Jean-Pierre, J.P., initial",
        "John, J., initial",
        "J., K., different",
        "Mary Ann, Mary Beth, initial",
        "Mary Ann, Beth Ann, different",
        "Mohammed, محمد, nickname",
        "Rustam, رستم, sounds or looks alike",
        "Christopher, Kristoffer, sounds or looks alike",
        "Madeleine, Madelaine, one letter apart",
        "Katharine, Kathrynne, sounds or looks alike",
        "Michelle, Michaela, sounds or looks alike",
        "Michael, Martin, different",
        "Anna, Peter, different",
        "Ann, Al, different"
    })
    void given_names(String left, String right, String level) {
        assertThat(Pair.of(Kind.GIVEN_NAME, left, right)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "O'Brien, O Brien, same",
        "O’Brien, OBRIEN, same",
        "van der Berg, Vanderberg, same",
        "al-Rashid, Al Rashid, same",
        "de la Cruz, Delacruz, same",
        "García y Márquez, Garcia Marquez, same",
        "Smith Jr., Smith, same",
        "King III, King, same",
        "Müller, Mueller, same",
        "Łukasz, Lukasz, same",
        "Παπαδόπουλος, Papadopoulos, same",
        "Müller, Muller, one letter apart",
        "Mc Donald, MacDonald, one letter apart",
        "Schmidt, Schmitt, one letter apart",
        "Wong, Wogn, one letter apart",
        "García Márquez, Garcia, part of",
        "García Márquez, Marquez, part of",
        "Meyer-Landrut, Meyer, part of",
        "Meyer-Landrut, Meier, part of",
        "van der Berg, Berg, part of",
        "von Neumann, Neumann, part of",
        "Ковальский, Kowalski, sounds or looks alike",
        "Schmidt, Shmit, sounds or looks alike",
        "Jimenez, Gimenes, sounds or looks alike",
        "Stephenson, Stevenson, sounds or looks alike",
        "Thompson, Tomson, sounds or looks alike",
        "Smith, S, initial",
        "Smith, T, different",
        "Smith, Jones, different",
        "Li, Lu, different",
        "Lee, Lei, one letter apart"
    })
    void family_names(String left, String right, String level) {
        assertThat(Pair.of(Kind.FAMILY_NAME, left, right)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "'Dyk, Ann van', Ann van Dyk, same",
        "Mr John Smith, john smith, same",
        "'Smith, Jr.', Smith, same",
        "John Smith, Smith John, same words in another order",
        "'thomas clifford, 1st baron clifford of chudleigh', thomas clifford clifford chudleigh, same",
        "'sir john macleod, 1st baronet', John Macleod, same",
        "'Macleod, Sir John', John Macleod, same",
        "M. Smith, Smith, a word in common",
        "Jack Ma, Jack, a word in common",
        "Ann Mary Smith, Ann Smith, all words of the shorter one",
        "Bob Smith, Robert Smith, all words alike",
        "J. Smith, John Smith, all words alike",
        "Jon Smyth, John Smith, all words alike",
        "Bob Smith, Robert James Smith, a part alike",
        "Ann Mary Smith, Ann Mary Jones, a part alike",
        "Ann Smith, Ann Jones, a word in common",
        "Smith, Ann Smith, a word in common",
        "Smyth, Ann Smith, a word in common",
        "Ann Smith, Peter Jones, different",
        "Ann Smith, Peter Jonson, different"
    })
    void full_names(String left, String right, String level) {
        assertThat(Pair.of(Kind.FULL_NAME, left, right)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "김민준, gimminjun",
        "さくら, sakura",
        "きょうこ, kyouko",
        "ジョン, jon",
        "Γιώργος, giorgos",
        "Ευαγγελία, evaggelia",
        "Шевченко, shevchenko",
        "Юлия, yuliya",
        "გიორგი, giorgi",
        "Արմեն, armen",
        "משה, mshh",
        "أحمد, ahmd",
        "王伟, 王伟",
        "Ağaoğlu Gül, agaoglu gul",
        "Ömer, oemer",
        "Agüero, aguero",
        "Søren, soeren",
        "Åse, aase",
        "Straße, strasse",
        "Æther Œuvre Þór Đặng, aether oeuvre thor dang",
        "D'Angelo, dangelo",
        "Anne‑Marie, anne marie",
        "Ｊｏｈｎ, john"
    })
    void names_of_many_scripts_have_one_way_of_writing(String written, String canonical) {
        assertThat(Latin.words(written)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "n/a",
                "N.A.",
                "unknown",
                "Test",
                "xxx",
                "xx",
                "0000",
                "12",
                "-",
                "aaaa",
                "No Name",
                "NULL",
                "asdf",
                "???",
                "Mr",
                "Sir",
                "Mrs.",
                "sir baronet"
            })
    void what_people_write_for_want_of_a_name_says_nothing(String written) {
        assertThat(Pair.canonical(Kind.GIVEN_NAME, written)).isNull();
        assertThat(Pair.canonical(Kind.FAMILY_NAME, written)).isNull();
        assertThat(Pair.canonical(Kind.FULL_NAME, written)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Na", "Al", "Bo", "X", "Jr", "van", "Test Martin", "Don", "M", "Ma", "Baron"})
    void a_short_or_odd_name_is_still_a_name(String written) {
        assertThat(Pair.canonical(Kind.FAMILY_NAME, written))
                .isEqualTo(written.equals("Na") || written.equals("X") ? null : written.toLowerCase());
    }

    @ParameterizedTest
    @CsvSource({
        "Schmidt, Shmit",
        "Philippe, Filip",
        "Kowalski, Kovalsky",
        "Catherine, Katrin",
        "Christina, Kristina",
        "Jackson, Jaxon",
        "Knight, Nait",
        "Wright, Rait",
        "Yusuf, Jusuf",
        "Tchaikovsky, Chajkovskij",
        "Thomas, Tomas",
        "Xavier, Savier",
        "Alexander, Aleksander",
        "Ghost, Gost",
        "Bologna, Bolonja",
        "Fritz, Fricz",
        "Deutsch, Doitch",
        "Quentin, Kentin",
        "Chloe, Kloe",
        "Ljubov, Lubow",
        "Szabo, Sabo",
        "Horvath, Horwat",
        "Hoffmann, Hofman"
    })
    void words_that_sound_alike_have_one_key(String left, String right) {
        String one = Sound.of(left.toLowerCase());
        String two = Sound.of(right.toLowerCase());
        assertThat(one).isEqualTo(two);
    }

    @ParameterizedTest
    @CsvSource({
        "Smith, Jones",
        "Weber, Fischer",
        "Maria, Marta",
        "Bell, Pell",
        "Weber, Beber",
        "Dora, Tora",
        "Mona, Nora",
        "Lara, Rara"
    })
    void words_that_sound_different_have_different_keys(String left, String right) {
        assertThat(Sound.of(left.toLowerCase())).isNotEqualTo(Sound.of(right.toLowerCase()));
    }
}
