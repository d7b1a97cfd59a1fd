package io.serai.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a person's word that two are one does to what they had before: nothing. */
class JoiningTest {

    private static final IdentityRules RULES = PlainLikeness.rules(9);

    private final MemoryStore store = new MemoryStore(RULES, new PlainLikeness(9, 100));

    private static MemoryStore.Saying says(String first, String last, String birth, String... identifiers) {
        List<Identifier> said = new ArrayList<>();
        for (String each : identifiers) {
            String[] parts = each.split(":");
            said.add(new Identifier(parts[0], parts[1]));
        }
        said.sort(null);
        List<String> saying = first == null && last == null ? List.of() : Arrays.asList(first, last, birth, null);
        return new MemoryStore.Saying(List.copyOf(said), new Evidence(first, last, birth), saying);
    }

    private Resolution put(long record, MemoryStore.Saying saying) {
        Map<Long, MemoryStore.Saying> page = new LinkedHashMap<>();
        page.put(record, saying);
        return store.page(page);
    }

    /** Two people by likeness, two records each; joined by records that are unlike. */
    private void annAndZoe() {
        put(1, says("ann", "kaya", "1980-01-02"));
        put(2, says("ann", "kaya", "1980-01-02", "email:a"));
        put(3, says("zoe", "smith", "1999-12-31"));
        put(4, says("zoe", "smith", "1999-12-31", "email:z"));
        assertThat(store.partition()).containsExactlyInAnyOrder(Set.of(1L, 2L), Set.of(3L, 4L));
    }

    @Test
    void a_join_of_unlike_profiles_loses_nobody() {
        annAndZoe();
        store.decide(1, 3, Decision.Kind.JOIN);
        assertThat(store.partition()).containsExactly(Set.of(1L, 2L, 3L, 4L));
    }

    @Test
    void who_comes_later_is_compared_with_the_part_that_fits() {
        annAndZoe();
        store.decide(1, 3, Decision.Kind.JOIN);
        put(5, says("ann", "kaya", "1980-01-02", "email:a5"));
        put(6, says("zoe", "smith", "1999-12-31", "email:z6"));
        put(7, says("ann", "smith", "1980-12-31", "email:n7"));
        assertThat(store.partition()).containsExactlyInAnyOrder(Set.of(1L, 2L, 3L, 4L, 5L, 6L), Set.of(7L));
    }

    @Test
    void what_is_taken_back_is_as_it_was() {
        annAndZoe();
        Map<Long, Long> before = new LinkedHashMap<>();
        store.signatureOf.keySet().forEach(record -> before.put(record, store.profileOfRecord(record)));
        store.decide(2, 3, Decision.Kind.JOIN);
        store.decide(2, 3, null);
        before.forEach(
                (record, profile) -> assertThat(store.profileOfRecord(record)).isEqualTo(profile));
        store.decide(2, 3, Decision.Kind.JOIN);
        store.decide(2, 3, Decision.Kind.SPLIT);
        before.forEach(
                (record, profile) -> assertThat(store.profileOfRecord(record)).isEqualTo(profile));
    }

    @Test
    void a_limit_drives_nobody_out_of_what_people_joined() {
        put(1, says("ann", "kaya", "1980-01-02", "shop_id:1"));
        put(3, says("zoe", "smith", "1999-12-31"));
        put(4, says("zoe", "smith", "1999-12-31", "shop_id:2"));
        store.decide(1, 3, Decision.Kind.JOIN);
        assertThat(store.partition()).containsExactly(Set.of(1L, 3L, 4L));
        put(5, says("zoe", "smith", "1999-12-31", "shop_id:3"));
        assertThat(store.partition()).containsExactlyInAnyOrder(Set.of(1L, 3L, 4L), Set.of(5L));
    }

    @Test
    void a_shared_phone_goes_on_linking_the_part_whose_name_agrees() {
        put(1, says("ann", null, null, "phone:1"));
        put(2, says("ann", null, null, "phone:1", "email:a"));
        put(3, says("zoe", null, null, "phone:3"));
        put(4, says("zoe", null, null, "phone:3", "email:z"));
        store.decide(1, 3, Decision.Kind.JOIN);
        assertThat(store.partition()).containsExactly(Set.of(1L, 2L, 3L, 4L));
    }

    @Test
    void an_order_with_nothing_but_a_phone_is_of_those_who_share_it_once_they_are_one() {
        put(1, says("ann", null, null, "phone:1", "email:a"));
        put(2, says("zoe", null, null, "phone:1", "email:z"));
        put(3, says(null, null, null, "phone:1", "email:o"));
        assertThat(store.partition()).hasSize(3);
        store.decide(1, 2, Decision.Kind.JOIN);
        assertThat(store.partition()).containsExactly(Set.of(1L, 2L, 3L));
    }

    @Test
    void an_order_that_was_given_to_somebody_is_not_of_a_namesake_of_its_phone() {
        put(1, says("bob", null, null, "email:b"));
        put(2, says(null, null, null, "phone:1"));
        store.decide(1, 2, Decision.Kind.JOIN);
        put(3, says("ann", null, null, "phone:1"));
        assertThat(store.partition()).containsExactlyInAnyOrder(Set.of(1L, 2L), Set.of(3L));
    }

    @Test
    void whom_people_keep_from_one_part_they_keep_from_all() {
        annAndZoe();
        store.decide(2, 3, Decision.Kind.SPLIT);
        put(5, says("ann", "kaya", "1980-01-02", "email:a5"));
        put(6, says("bob", "berg", "1970-07-07"));
        store.decide(3, 6, Decision.Kind.JOIN);
        put(7, says("bob", "berg", "1970-07-07", "email:a"));
        assertThat(store.profileOfRecord(7)).isEqualTo(store.profileOfRecord(2));
        assertThat(store.profileOfRecord(6)).isNotEqualTo(store.profileOfRecord(7));
        assertThat(store.profileOfRecord(3)).isEqualTo(store.profileOfRecord(6));
    }

    @Test
    void an_identifier_that_binds_unlike_records_loses_nobody_either() {
        put(1, says("ann", "kaya", "1980-01-02"));
        put(2, says("ann", "kaya", "1980-01-02", "email:a"));
        put(3, says("zoe", "smith", "1999-12-31", "email:a"));
        put(4, says("zoe", "smith", "1999-12-31"));
        assertThat(store.partition()).containsExactly(Set.of(1L, 2L, 3L, 4L));
    }

    @Test
    void a_persons_word_is_certain_though_the_two_are_alike_too() {
        put(1, says("ann", "kaya", "1980-01-02"));
        put(2, says("ann", "kaya", "1980-01-02", "email:a"));
        Resolution resolution = store.decide(1, 2, Decision.Kind.JOIN);
        assertThat(resolution.findings().certainty()).containsExactly(Map.entry(store.profileOfRecord(1), 1.0));
    }
}
