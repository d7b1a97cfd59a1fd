package io.serai.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.identity.compare.Kind;
import io.serai.identity.match.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who lives with whom. */
class HouseholdsTest {

    private final Residence residence = new Residence(List.of());
    private final List<Resident> people = new ArrayList<>();

    private void lives(long profile, String name, String street, String postcode, String... contacts) {
        Map<String, Object> traits = Map.of("last_name", name, "street", street, "postcode", postcode);
        people.add(new Resident(
                profile, residence.address(traits).orElseThrow(), residence.familyName(traits), Set.of(contacts)));
    }

    private List<List<Long>> households() {
        List<List<Long>> found = Households.of(people);
        List<Resident> shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, new Random(7));
        assertThat(Households.of(shuffled)).as("in another order").isEqualTo(found);
        return found;
    }

    @Test
    void one_surname_at_one_address_is_a_household_however_both_are_written() {
        lives(1, "Smith", "12 High Street", "YO1 7HH");
        lives(2, "SMITH", "12, High St.", "yo17hh");
        lives(3, "Smith", "14 High Street", "YO1 7HH");
        lives(4, "Jones", "12 High Street", "YO1 7HH");
        assertThat(households()).containsExactly(List.of(1L, 2L), List.of(3L), List.of(4L));
    }

    @Test
    void a_double_surname_joins_those_who_bear_a_part_of_it() {
        lives(1, "García", "Calle Mayor 7", "28013");
        lives(2, "García Márquez", "Calle Mayor 7", "28013");
        lives(3, "Márquez", "Calle Mayor 7", "28013");
        lives(4, "Müller-Lüdenscheidt", "Calle Mayor 7", "28013");
        lives(5, "Mueller", "Calle Mayor 7", "28013");
        assertThat(households()).containsExactly(List.of(1L, 2L, 3L), List.of(4L, 5L));
    }

    @Test
    void a_particle_is_no_part_of_a_surname() {
        lives(1, "van der Berg", "Lange Straat 1", "1012 AB");
        lives(2, "van der Meer", "Lange Straat 1", "1012 AB");
        assertThat(households()).hasSize(2);
    }

    @Test
    void a_shared_phone_joins_people_of_different_names_and_their_families() {
        lives(1, "Smith", "12 High Street", "YO1 7HH", "phone 1");
        lives(2, "Jones", "12 High Street", "YO1 7HH", "phone 1", "email a");
        lives(3, "Jones", "12 High Street", "YO1 7HH");
        lives(4, "Brown", "12 High Street", "YO1 7HH", "phone 2");
        lives(5, "Brown", "9 Low Lane", "YO1 7HH", "phone 2");
        assertThat(households()).containsExactly(List.of(1L, 2L, 3L), List.of(4L), List.of(5L));
    }

    @Test
    void students_who_share_a_flat_are_as_many_households_as_they_are() {
        lives(1, "Okafor", "5 College Road, Flat 2", "CB1 2AB", "phone 1");
        lives(2, "Lind", "5 College Road, Flat 2", "CB1 2AB", "phone 2");
        lives(3, "Tanaka", "5 College Road, Flat 2", "CB1 2AB", "phone 3");
        assertThat(households()).hasSize(3);
    }

    @Test
    void two_families_of_one_name_in_one_street_are_two_households() {
        lives(1, "Smith", "12 High Street", "YO1 7HH");
        lives(2, "Smith", "12 High Street", "YO1 7HH");
        lives(3, "Smith", "21 High Street", "YO1 7HH");
        lives(4, "Smith", "21 High Street", "YO1 7HH");
        lives(5, "Smith", "12 High Street, Flat 3", "YO1 7HH");
        assertThat(households()).containsExactly(List.of(1L, 2L), List.of(3L, 4L), List.of(5L));
    }

    @Test
    void a_switchboard_joins_nobody() {
        for (int person = 1; person <= 11; person++) {
            lives(person, "Name" + (char) ('a' + person), "1 Station Road", "LS1 1AA", "phone 1");
        }
        assertThat(households()).hasSize(11);
    }

    @Test
    void at_an_address_of_more_people_than_a_family_has_everybody_is_alone() {
        for (int person = 1; person <= Households.MOST; person++) {
            lives(person, "Patel", "1 Station Road", "LS1 1AA");
        }
        assertThat(households()).hasSize(1);
        lives(31, "Patel", "1 Station Road", "LS1 1AA");
        assertThat(households()).hasSize(31);
    }

    @Test
    void an_address_is_a_street_with_a_postcode_or_else_a_town() {
        assertThat(residence.address(Map.of("street", "12 High St", "city", "York")))
                .isPresent();
        assertThat(residence.address(Map.of("address_1", "High St", "house_number", 12, "zip", "YO1 7HH")))
                .isEqualTo(residence.address(Map.of("street", "12 High Street", "postcode", "YO17HH")))
                .isPresent();
        assertThat(residence.address(Map.of("street", "Flat 2, 12 High St", "postcode", "YO1 7HH")))
                .isNotEqualTo(residence.address(Map.of("street", "Flat 3, 12 High St", "postcode", "YO1 7HH")));
        for (Map<String, Object> unknown : List.<Map<String, Object>>of(
                Map.of("street", "12 High St"),
                Map.of("postcode", "YO1 7HH", "city", "York"),
                Map.of("street", "n/a", "postcode", "YO1 7HH"),
                Map.of("street", " ", "postcode", "YO1 7HH"),
                Map.of())) {
            assertThat(residence.address(unknown)).as(unknown.toString()).isEmpty();
        }
    }

    @Test
    void an_address_is_also_read_from_the_traits_that_matching_compares_as_one() {
        Residence german = new Residence(List.of(
                new Field("strasse", Kind.STREET),
                new Field("plz", Kind.POSTCODE),
                new Field("nachname", Kind.FAMILY_NAME)));
        Map<String, Object> traits = Map.of("strasse", "Hauptstr. 5", "plz", "10115", "nachname", "Müller");
        assertThat(german.address(traits))
                .isEqualTo(residence.address(Map.of("street", "Hauptstraße 5", "postcode", "10115")))
                .isPresent();
        assertThat(german.familyName(traits)).isNotNull();
        assertThat(german.traits()).contains("strasse", "plz", "nachname", "street");
    }

    @Test
    void a_surname_is_taken_from_a_whole_name_where_there_is_no_other() {
        assertThat(residence.familyName(Map.of("name", "Ann Smith")))
                .isEqualTo(residence.familyName(Map.of("last_name", "smith")))
                .isEqualTo(residence.familyName(Map.of("name", "Smith, Ann")));
    }

    @Test
    void a_number_stays_with_most_of_those_who_had_it() {
        assertThat(HouseholdNumbers.give(
                        List.of(List.of(1L), List.of(2L, 3L), List.of(4L, 5L)),
                        Map.of(1L, 7L, 2L, 7L, 3L, 7L, 4L, 8L),
                        () -> 9))
                .containsExactly(9, 7, 8);
    }

    @Test
    void a_household_that_falls_in_two_halves_leaves_its_number_to_the_one_of_the_oldest_profile() {
        assertThat(HouseholdNumbers.give(List.of(List.of(3L), List.of(2L)), Map.of(2L, 7L, 3L, 7L), () -> 9))
                .containsExactly(9, 7);
    }

    @Test
    void two_households_that_become_one_keep_the_number_of_the_larger() {
        assertThat(HouseholdNumbers.give(List.of(List.of(1L, 2L, 3L)), Map.of(1L, 4L, 2L, 7L, 3L, 7L), () -> 9))
                .containsExactly(7);
    }
}
