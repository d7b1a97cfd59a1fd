package io.serai.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResolverTest {

    private static final IdentityRules RULES = new IdentityRules(
            List.of(
                    new IdentifierRule("shop_id", 3, IdentifierRule.Kind.ID, "", List.of(), false, 10),
                    new IdentifierRule("email", 9, IdentifierRule.Kind.EMAIL, "", List.of(), false, 10)),
            1);

    private final MemoryStore store = new MemoryStore(RULES);

    private static MemoryStore.Saying says(String... identifiers) {
        return named(null, identifiers);
    }

    private static MemoryStore.Saying named(String name, String... identifiers) {
        List<Identifier> said = new ArrayList<>();
        for (String each : identifiers) {
            said.add(each.contains("@") ? new Identifier("email", each) : new Identifier("shop_id", each));
        }
        said.sort(null);
        return new MemoryStore.Saying(List.copyOf(said), Evidence.of(name, null, null));
    }

    private Resolution put(long record, MemoryStore.Saying saying) {
        Map<Long, MemoryStore.Saying> page = new LinkedHashMap<>();
        page.put(record, saying);
        return store.page(page);
    }

    @Test
    void the_older_profile_stays_and_the_other_is_its_alias() {
        put(1, says("S1"));
        put(2, says("ann@x.org"));
        Resolution resolution = put(3, says("S1", "ann@x.org"));
        assertThat(resolution.merges()).containsExactly(new Merge(2, 1));
        assertThat(resolution.touched()).containsExactly(1L);
        assertThat(resolution.opened()).isEmpty();
        assertThat(store.profileOfRecord(2)).isEqualTo(1);
    }

    @Test
    void a_split_gives_back_the_id_that_was_theirs() {
        put(1, says("S1"));
        put(2, says("ann@x.org"));
        put(3, says("S1", "ann@x.org"));
        Resolution resolution = put(3, null);
        assertThat(resolution.restored()).containsExactly(2L);
        assertThat(store.profileOfRecord(1)).isEqualTo(1);
        assertThat(store.profileOfRecord(2)).isEqualTo(2);
        assertThat(store.lastProfile).isEqualTo(2);
        assertThat(put(4, says("S1", "ann@x.org")).merges()).containsExactly(new Merge(2, 1));
    }

    @Test
    void a_corrected_address_keeps_the_profile() {
        put(1, says("S1", "anne@x.org"));
        Resolution resolution = put(1, says("S1", "ann@x.org"));
        assertThat(resolution.profiles()).containsValue(1L);
        assertThat(resolution.opened()).isEmpty();
        put(2, says("only@x.org"));
        assertThat(put(2, says("other@x.org")).profiles().values()).containsExactly(2L);
        assertThat(store.lastProfile).isEqualTo(2);
    }

    @Test
    void of_two_records_that_part_the_older_one_keeps_the_id() {
        put(1, says("S1", "ann@x.org"));
        put(2, says("S2", "ann@x.org"));
        put(1, says("S1", "bob@x.org"));
        assertThat(store.profileOfRecord(1)).isEqualTo(1);
        assertThat(store.profileOfRecord(2)).isEqualTo(2);
    }

    @Test
    void a_record_that_moves_to_another_person_takes_nobody_elses_id_along() {
        put(1, says("S1"));
        put(2, says("S1", "ann@x.org"));
        put(3, says("bob@x.org"));
        Resolution resolution = put(1, says("bob@x.org"));
        assertThat(resolution.merges()).isEmpty();
        assertThat(store.profileOfRecord(2)).isEqualTo(1);
        assertThat(store.profileOfRecord(1)).isEqualTo(2);
    }

    @Test
    void who_was_deleted_and_comes_back_has_the_same_id() {
        put(1, says("S1", "ann@x.org"));
        Resolution gone = put(1, null);
        assertThat(gone.emptied()).containsExactly(1L);
        assertThat(gone.touched()).isEmpty();
        Resolution back = put(1, says("S1", "ann@x.org"));
        assertThat(back.restored()).containsExactly(1L);
        assertThat(store.profileOfRecord(1)).isEqualTo(1);
    }

    @Test
    void an_alias_follows_the_record_that_it_stood_for() {
        put(1, says("S1"));
        put(2, says("S2", "b@x.org"));
        put(3, says("S3", "c@x.org"));
        put(4, says("b@x.org", "c@x.org"));
        put(5, says("S1", "b@x.org"));
        assertThat(store.follow(3)).isEqualTo(1);
        put(5, null);
        assertThat(store.profileOfRecord(3)).isEqualTo(2);
        assertThat(store.follow(3)).isEqualTo(2);
        put(4, null);
        assertThat(store.profileOfRecord(3)).isEqualTo(3);
    }

    @Test
    void a_value_on_too_many_people_joins_nobody_and_again_when_they_are_gone() {
        put(1, named("ann", "S1", "desk@x.org"));
        put(2, named("anna", "S1b", "desk@x.org"));
        assertThat(store.partition()).hasSize(1);
        for (int i = 3; i <= 11; i++) {
            put(i, named("name" + (char) ('a' + i), "T" + i, "desk@x.org"));
        }
        assertThat(store.overloaded).containsExactly(new Identifier("email", "desk@x.org"));
        assertThat(store.partition()).hasSize(11);
        Resolution released = put(11, null);
        assertThat(released.released()).containsExactly(new Identifier("email", "desk@x.org"));
        assertThat(store.overloaded).isEmpty();
        assertThat(store.profileOfRecord(1)).isEqualTo(1);
    }

    @Test
    void the_bearers_of_an_overloaded_value_are_not_loaded_again() {
        Map<Long, MemoryStore.Saying> page = new LinkedHashMap<>();
        for (long i = 0; i < 5000; i++) {
            page.put(i, named("n" + i, "S" + i, "desk@x.org"));
        }
        store.page(page);
        store.loaded = 0;
        put(9000, named("new", "S9000", "desk@x.org"));
        assertThat(store.loaded).isLessThan(10);
        put(9000, null);
        assertThat(store.loaded)
                .as("a recount stops at the first eleven people")
                .isLessThan(600);
        assertThat(store.overloaded).hasSize(1);
    }

    @Test
    void fifty_thousand_signatures_take_few_questions() {
        Random random = new Random(5);
        int pages = 0;
        for (long from = 0; from < 50_000; from += 5000, pages++) {
            Map<Long, MemoryStore.Saying> page = new LinkedHashMap<>();
            for (long record = from; record < from + 5000; record++) {
                int person = random.nextInt(30_000);
                page.put(
                        record,
                        random.nextBoolean()
                                ? says("S" + record, "p" + person + "@x.org")
                                : named("n" + person, "p" + person + "@x.org", "q" + person + "@x.org"));
            }
            store.page(page);
        }
        assertThat(store.calls / pages).as("questions a page").isLessThan(40);
        assertThat(store.partition()).hasSizeLessThan(30_001);
    }
}
