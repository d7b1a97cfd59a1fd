package io.serai.store;

import static io.serai.store.HouseholdHome.customer;
import static io.serai.store.HouseholdHome.gone;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.profile.MergeGuard;
import io.serai.record.SourceRecord;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseholdRefreshTest {

    @TempDir
    private Path folder;

    @AutoClose
    private HouseholdHome home;

    @BeforeEach
    void a_family_of_three_and_a_neighbour() {
        home = new HouseholdHome(folder.resolve("hub.db"));
        home.keep(
                smith("1", "12 High Street"),
                smith("2", "12 High St."),
                smith("3", "12 High Street"),
                customer("4", "", "", "Jones", "14 High Street", "YO1 7HH"));
    }

    private static io.serai.record.SourceRecord smith(String id, String street) {
        return customer(id, "p" + id + "@x.test", "", "Smith", street, "YO1 7HH");
    }

    private String household(String id) {
        return (String) home.trait(id, "household_id");
    }

    @Test
    void everybody_at_an_address_has_a_household_and_its_size() {
        assertThat(home.partition()).isEqualTo(Set.of(Set.of("1", "2", "3"), Set.of("4")));
        assertThat(household("1")).matches("H\\d+");
        assertThat(home.trait("2", "household_size")).isEqualTo(3L);
        assertThat(home.trait("4", "household_size")).isEqualTo(1L);
    }

    @Test
    void who_only_moves_is_told_of_with_old_and_new_neighbours_and_what_nobody_reads_touches_nobody() {
        long version = home.profiles.version();
        Map<String, Object> fields = new HashMap<>(smith("2", "12 High St.").fields());
        fields.put("points", 12);
        home.keep(new SourceRecord("2", fields, false));
        assertThat(home.profiles.touched(version, home.profiles.version(), 0, 10))
                .as("no mapping reads points")
                .isEmpty();
        home.keep(customer("4", "", "", "Jones", "12 High Street", "YO1 7HH"));
        assertThat(home.partition()).isEqualTo(Set.of(Set.of("1", "2", "3"), Set.of("4")));
        home.keep(smith("3", "14 High Street"));
        assertThat(home.partition()).isEqualTo(Set.of(Set.of("1", "2"), Set.of("3"), Set.of("4")));
    }

    @Test
    void who_has_no_address_has_no_household_and_who_loses_it_leaves() {
        home.keep(customer("5", "", "", "Smith"), customer("3", "p3@x.test", "", "Smith"));
        assertThat(household("5")).isNull();
        assertThat(household("3")).isNull();
        assertThat(home.trait("3", "household_size")).isNull();
        assertThat(home.trait("1", "household_size")).isEqualTo(2L);
    }

    @Test
    void who_moves_out_gets_a_household_of_their_own_and_the_others_keep_theirs() {
        String before = household("1");
        long version = home.profiles.version();
        home.keep(smith("1", "9 Low Lane"));
        assertThat(household("2")).isEqualTo(household("3")).isEqualTo(before);
        assertThat(household("1")).isNotEqualTo(before);
        assertThat(home.trait("3", "household_size")).isEqualTo(2L);
        assertThat(home.profiles.touched(version, home.profiles.version(), 0, 10))
                .as("those left behind count as changed, the neighbour does not")
                .containsExactly(
                        home.person("1").id(),
                        home.person("2").id(),
                        home.person("3").id());
        home.keep(smith("1", "12 High Street"));
        assertThat(household("1")).isEqualTo(before);
    }

    @Test
    void a_family_that_moves_together_keeps_its_household() {
        String before = household("1");
        home.keep(smith("1", "9 Low Lane"), smith("2", "9 Low Lane"), smith("3", "9 Low Lane"));
        assertThat(household("1")).isEqualTo(household("3")).isEqualTo(before);
    }

    @Test
    void a_marriage_moves_a_neighbour_into_the_family_and_back() {
        String family = household("1");
        String own = household("4");
        home.keep(customer("4", "", "", "Smith-Jones", "12 High Street", "YO1 7HH"));
        assertThat(household("4")).isEqualTo(family);
        assertThat(home.trait("1", "household_size")).isEqualTo(4L);
        home.keep(customer("4", "", "", "Jones", "14 High Street", "YO1 7HH"));
        assertThat(household("1")).isEqualTo(family);
        assertThat(household("4")).as("no number is given twice").isNotIn(family, own);
    }

    @Test
    void merged_and_split_people_count_once_and_twice() {
        home.keep(customer("2", "p1@x.test", "", "Smith", "12 High Street", "YO1 7HH"));
        assertThat(home.trait("1", "household_size")).isEqualTo(2L);
        long record = home.database.read(connection -> Sql.number(connection, "SELECT id FROM record WHERE key = '2'"));
        home.desk.split(home.person("1").id(), record);
        assertThat(home.trait("1", "household_size")).isEqualTo(3L);
        home.desk.join(home.person("1").id(), home.person("3").id());
        assertThat(home.trait("1", "household_size")).isEqualTo(2L);
    }

    /** Two neighbours, and an order of the second that names the first's number. */
    private List<SourceRecord> orderWithTheNumberOfANeighbour() {
        home.keep(
                customer("1", "p1@x.test", "07700900456", "Smith", "12 High Street", "YO1 7HH"),
                customer("9", "", "07700900123", "Brown", "12 High Street", "YO1 7HH"));
        assertThat(household("9")).isNotEqualTo(household("1"));
        return List.of(new SourceRecord(
                "o1", Map.of("order", "o1", "time", "2026-01-02T10:00:00Z", "id", "9", "phone", "07700900456"), false));
    }

    @Test
    void an_order_that_names_a_neighbours_number_makes_one_household() {
        home.ingest.page(HouseholdHome.ORDERS, orderWithTheNumberOfANeighbour(), null, MergeGuard.none(), 1);
        assertThat(home.person("9").id()).isNotEqualTo(home.person("1").id());
        assertThat(household("9")).isEqualTo(household("1"));
    }

    @Test
    void an_order_of_a_great_load_that_names_a_neighbours_number_makes_one_household() {
        home.ingest.land(HouseholdHome.ORDERS, orderWithTheNumberOfANeighbour(), null, MergeGuard.none(), 1);
        home.database.writeMuch(connection -> {
            new Settling(connection, home.derivation, home.ingest.models(), 0, new ChangedPeople(), new HashMap<>())
                    .atOnce();
            return null;
        });
        assertThat(home.person("9").id()).isNotEqualTo(home.person("1").id());
        assertThat(household("9")).isEqualTo(household("1"));
    }

    @Test
    void deleted_and_erased_people_leave() {
        home.keep(gone("1"));
        assertThat(home.trait("2", "household_size")).isEqualTo(2L);
        home.desk.erase(home.person("2").id());
        assertThat(home.trait("3", "household_size")).isEqualTo(1L);
        assertThat(home.database.<Long>read(connection -> Sql.number(connection, "SELECT count(*) FROM household")))
                .isEqualTo(2L);
    }

    @Test
    void an_institution_is_no_household_and_a_house_that_empties_is_one_again() {
        for (int person = 5; person <= 32; person++) {
            home.keep(smith(String.valueOf(person), "12 High Street"));
        }
        assertThat(home.trait("1", "household_size")).as("31 people").isEqualTo(1L);
        assertThat(home.partition()).hasSize(32);
        home.keep(smith("33", "12 High Street"));
        assertThat(home.trait("33", "household_size")).isEqualTo(1L);
        home.keep(gone("5"), gone("6"), gone("7"));
        assertThat(home.trait("1", "household_size")).as("29 people").isEqualTo(29L);
        assertThat(home.sizes().values()).allSatisfy(sizes -> assertThat(sizes).hasSize(1));
    }

    @Test
    void a_store_from_before_there_were_households_finds_them_once() {
        assertThat(home.households.refreshIfRulesChanged()).isEqualTo(4);
        Set<Set<String>> before = home.partition();
        home.findHouseholdsAnew();
        assertThat(home.partition()).isEqualTo(before);
        assertThat(home.households.refreshIfRulesChanged()).isZero();
    }
}
