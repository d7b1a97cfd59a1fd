package io.serai.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.profile.Survivors.Candidate;
import io.serai.profile.Survivorship.Kind;
import io.serai.profile.Survivorship.Policy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which value of a trait survives, whatever the order in which a person's records come. */
class SurvivorsTest {

    private static final Survivors SURVIVORS = new Survivors(new Survivorship(
            new Policy(Kind.MOST_RECENT, List.of()),
            Map.of(
                    "name", new Policy(Kind.MOST_FREQUENT, List.of()),
                    "street", new Policy(Kind.MOST_COMPLETE, List.of()),
                    "email", new Policy(Kind.SOURCE_ORDER, List.of("shop", "till"))),
            1));

    private final List<Candidate> candidates = new ArrayList<>();

    private void says(String trait, String value, String source, int rank, long changed) {
        candidates.add(new Candidate(trait, value, source, rank, changed, candidates.size() + 1L));
    }

    private Object survivor(String trait) {
        Object survivor = SURVIVORS.choose(candidates).get(trait);
        for (int i = 0; i < 10; i++) {
            List<Candidate> shuffled = new ArrayList<>(candidates);
            Collections.shuffle(shuffled, new Random(i));
            assertThat(SURVIVORS.choose(shuffled).get(trait)).isEqualTo(survivor);
        }
        return survivor;
    }

    @Test
    void the_most_recent_value_of_a_record_about_the_person_comes_before_a_newer_order() {
        says("city", "York", "shop", 0, 10);
        says("city", "Leeds", "till", 0, 20);
        says("city", "Hull", "shop", 1, 30);
        assertThat(survivor("city")).isEqualTo("Leeds");
    }

    @Test
    void of_values_of_one_moment_the_older_record_wins() {
        says("city", "York", "shop", 0, 10);
        says("city", "Leeds", "till", 0, 10);
        assertThat(survivor("city")).isEqualTo("York");
    }

    @Test
    void the_most_frequent_value_survives_and_of_equals_the_most_recent() {
        says("name", "Ann", "shop", 0, 10);
        says("name", "Anne", "till", 0, 20);
        assertThat(survivor("name")).isEqualTo("Anne");
        says("name", "Ann", "mail", 0, 5);
        assertThat(survivor("name")).isEqualTo("Ann");
    }

    @Test
    void the_most_complete_value_survives_and_of_equals_the_most_recent() {
        says("street", "12 High St", "shop", 0, 30);
        says("street", "12 High Street", "till", 0, 10);
        says("street", "21 High Street", "mail", 0, 20);
        assertThat(survivor("street")).isEqualTo("21 High Street");
    }

    @Test
    void the_first_source_of_the_order_that_says_anything_wins_and_those_not_named_come_last() {
        says("email", "b@x.test", "mail", 0, 90);
        assertThat(survivor("email")).isEqualTo("b@x.test");
        says("email", "t@x.test", "till", 0, 10);
        assertThat(survivor("email")).isEqualTo("t@x.test");
        says("email", "s@x.test", "shop", 1, 1);
        assertThat(survivor("email")).isEqualTo("s@x.test");
    }

    @Test
    void the_strictest_consent_survives_whenever_and_wherever_it_was_given() {
        says("consent.email", "unknown", "shop", 0, 90);
        assertThat(survivor("consent.email")).isEqualTo("unknown");
        says("consent.email", "granted", "till", 0, 80);
        assertThat(survivor("consent.email")).isEqualTo("granted");
        says("consent.email", "denied", "mail", 1, 1);
        assertThat(survivor("consent.email")).isEqualTo("denied");
        assertThat(SURVIVORS.policy("consent.email")).isEqualTo("strictest");
        assertThat(SURVIVORS.policy("email")).isEqualTo("source order shop, till");
        assertThat(SURVIVORS.policy("city")).isEqualTo("most_recent");
    }
}
