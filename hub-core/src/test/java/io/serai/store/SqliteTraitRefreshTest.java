package io.serai.store;

import static io.serai.store.PeopleFixture.START;
import static io.serai.store.PeopleFixture.count;
import static io.serai.store.PeopleFixture.sum;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.profile.TraitDefinition;
import io.serai.profile.TraitRefresh.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTraitRefreshTest {

    private static final TraitDefinition RECENT = count("orders_90d", Duration.ofDays(90), 1);

    @TempDir
    Path folder;

    @AutoClose
    private PeopleFixture people;

    @BeforeEach
    void open() {
        people = new PeopleFixture(folder.resolve("hub.db"));
        people.person(1, Map.of());
        people.person(2, Map.of());
        people.order(1, START, 0.1, "York", null);
        people.order(1, START.minus(Duration.ofDays(60)), 0.2, "York", null);
        people.order(2, START, 25.0, "York", null);
    }

    @Test
    void changed_definitions_compute_everybody_once() {
        TraitDefinition value = sum("lifetime_value");
        assertThat(people.traits(value).refresh()).isEqualTo(new Outcome(2, 2));
        assertThat(people.value(1, "lifetime_value")).isEqualTo(0.3);
        assertThat(people.value(2, "lifetime_value")).isEqualTo(25L);
        assertThat(people.traits(value).refresh()).isEqualTo(new Outcome(0, 0));
        assertThat(people.traits(value, RECENT).refresh()).isEqualTo(new Outcome(2, 2));
        assertThat(people.value(1, "orders_90d")).isEqualTo(2L);
    }

    @Test
    void a_trait_that_is_computed_no_more_is_removed_and_mapped_ones_stay() {
        people.trait(1, "city", "York");
        people.traits(RECENT, sum("lifetime_value")).refresh();
        people.traits(RECENT).refresh();
        assertThat(people.value(1, "lifetime_value")).isNull();
        assertThat(people.value(1, "orders_90d")).isEqualTo(2L);
        assertThat(people.value(1, "city")).isEqualTo("York");
        people.traits().refresh();
        assertThat(people.value(1, "orders_90d")).isNull();
    }

    @Test
    void time_takes_entries_out_of_a_window_for_those_people_alone() {
        people.traits(RECENT).refresh();
        people.clock.advance(Duration.ofDays(30));
        assertThat(people.traits(RECENT).refresh()).isEqualTo(new Outcome(0, 0));
        long version = people.number("SELECT cast(value AS INTEGER) FROM meta WHERE key = 'version'");
        people.clock.advance(Duration.ofSeconds(1));
        assertThat(people.traits(RECENT).refresh()).isEqualTo(new Outcome(1, 1));
        assertThat(people.value(1, "orders_90d")).isEqualTo(1L);
        assertThat(people.number("SELECT count(*) FROM profile WHERE version > ?", version))
                .as("touched")
                .isEqualTo(1);
        people.clock.advance(Duration.ofDays(60));
        people.traits(RECENT).refresh();
        assertThat(people.value(1, "orders_90d")).as("nothing is left to count").isNull();
        assertThat(people.value(2, "orders_90d")).isNull();
    }

    @Test
    void people_whose_values_stay_are_not_touched() {
        people.traits(count("orders", null, 1)).refresh();
        long version = people.number("SELECT max(version) FROM profile");
        assertThat(people.traits(count("orders", null, 2)).refresh()).isEqualTo(new Outcome(2, 0));
        assertThat(people.number("SELECT max(version) FROM profile")).isEqualTo(version);
    }

    @Test
    void a_definition_that_is_new_leaves_the_values_of_others_as_they_are() {
        people.traits(sum("lifetime_value"), count("orders", null, 1)).refresh();
        people.trait(1, "lifetime_value", 7L);
        people.traits(sum("lifetime_value"), count("orders", null, 2), count("buys", null, 1))
                .refresh();
        assertThat(people.value(1, "lifetime_value")).as("not computed again").isEqualTo(7L);
        assertThat(people.value(1, "buys")).isEqualTo(2L);
        assertThat(people.value(1, "orders")).isEqualTo(2L);
    }

    @Test
    void what_a_hub_computed_that_kept_no_definitions_is_computed_again() {
        people.traits(sum("lifetime_value")).refresh();
        people.trait(1, "lifetime_value", 7L);
        people.database.write(
                connection -> Sql.update(connection, "UPDATE meta SET value = '5' WHERE key = 'computed_version'"));
        people.traits(sum("lifetime_value"), count("orders", null, 1)).refresh();
        assertThat(people.value(1, "lifetime_value")).isEqualTo(0.3);
    }

    @Test
    void people_who_are_gone_get_no_traits() {
        people.merge(2, 1);
        people.traits(RECENT).refresh();
        assertThat(people.value(1, "orders_90d")).isEqualTo(3L);
        assertThat(people.value(2, "orders_90d")).isNull();
    }
}
