package io.serai.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClusteringTest {

    private static final IdentityRules RULES = new IdentityRules(
            List.of(
                    new IdentifierRule("shop_id", 1, IdentifierRule.Kind.ID, "", List.of(), false, 10),
                    new IdentifierRule("email", 5, IdentifierRule.Kind.EMAIL, "", List.of(), false, 10),
                    new IdentifierRule("phone", 5, IdentifierRule.Kind.PHONE, "GB", List.of(), true, 10)),
            1);

    private final List<Signature> signatures = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();

    private long says(String identifiers, String first, String last, String birth) {
        List<Identifier> said = new ArrayList<>();
        for (String each : identifiers.split(" ")) {
            int colon = each.indexOf(':');
            said.add(new Identifier(each.substring(0, colon), each.substring(colon + 1)));
        }
        said.sort(null);
        long id = signatures.size() + 1L;
        signatures.add(new Signature(id, said, Evidence.of(first, last, birth)));
        return id;
    }

    private Clustering cluster() {
        return Clustering.of(RULES, signatures, new Bonds(Set.of(), decisions), true);
    }

    private List<List<Long>> people() {
        return cluster().clusters().stream()
                .map(cluster -> cluster.stream().map(Signature::id).sorted().toList())
                .sorted((one, two) -> Long.compare(one.get(0), two.get(0)))
                .toList();
    }

    @Test
    void records_with_one_address_are_one_person() {
        says("shop_id:1 email:ann@x.org", "Ann", null, null);
        says("email:ann@x.org", null, null, null);
        says("email:bob@x.org", null, null, null);
        assertThat(people()).containsExactly(List.of(1L, 2L), List.of(3L));
    }

    @Test
    void two_shop_ids_never_meet_in_one_profile() {
        says("shop_id:1 email:ann@x.org", null, null, null);
        says("shop_id:2 email:ann@x.org", null, null, null);
        says("shop_id:2 email:ann2@x.org", null, null, null);
        assertThat(people()).containsExactly(List.of(1L), List.of(2L, 3L));
        assertThat(cluster().refusals())
                .containsExactly(new Refusal(1, 2, new Identifier("email", "ann@x.org"), Refusal.Why.LIMIT, "shop_id"));
    }

    @Test
    void a_family_phone_does_not_make_one_person() {
        says("phone:+44113 email:ann@x.org", "Ann", "Smith", null);
        says("phone:+44113 email:bob@x.org", "Bob", "Smith", null);
        says("phone:+44113 email:ann@work.org", "Ann", "Smith", null);
        assertThat(people()).containsExactly(List.of(1L, 3L), List.of(2L));
        assertThat(cluster().refusals()).extracting(Refusal::why).containsOnly(Refusal.Why.DIFFERENT);
    }

    @Test
    void who_gives_no_name_joins_a_shared_phone_only_when_it_is_one_persons() {
        says("phone:+44113 email:ann@x.org", "Ann", "Smith", null);
        says("phone:+44113 shop_id:7", null, null, null);
        assertThat(people()).containsExactly(List.of(1L, 2L));
        says("phone:+44113 email:bob@x.org", "Bob", "Smith", null);
        assertThat(people()).containsExactly(List.of(1L), List.of(2L), List.of(3L));
        assertThat(cluster().refusals()).extracting(Refusal::why).contains(Refusal.Why.UNKNOWN);
    }

    @Test
    void a_shared_phone_and_no_name_at_all_joins_nobody() {
        says("phone:+44113 shop_id:7", null, null, null);
        says("phone:+44113 email:x@x.org", null, null, null);
        assertThat(people()).hasSize(2);
    }

    @Test
    void an_initial_does_not_make_one_person_of_two() {
        says("phone:+44113 email:a@x.org", "J", "Smith", null);
        says("phone:+44113 email:b@x.org", "John", "Smith", null);
        says("phone:+44113 email:c@x.org", "Jane", "Smith", null);
        assertThat(people()).hasSize(2);
    }

    @Test
    void peoples_word_comes_first() {
        says("shop_id:1", null, null, null);
        says("shop_id:2", null, null, null);
        decisions.add(new Decision(1, 2, Decision.Kind.JOIN));
        assertThat(people()).containsExactly(List.of(1L, 2L));
        says("email:ann@x.org shop_id:3", null, null, null);
        says("email:ann@x.org", null, null, null);
        decisions.add(new Decision(3, 4, Decision.Kind.SPLIT));
        assertThat(people()).containsExactly(List.of(1L, 2L), List.of(3L), List.of(4L));
    }

    @Test
    void kept_apart_reaches_through_others() {
        says("email:a@x.org shop_id:1", null, null, null);
        says("email:a@x.org email:b@x.org", null, null, null);
        says("email:b@x.org", "Ann", null, null);
        decisions.add(new Decision(1, 3, Decision.Kind.SPLIT));
        assertThat(people()).hasSize(2);
    }

    @Test
    void a_value_of_thousands_of_records_is_no_quadratic_affair() {
        for (int i = 0; i < 50_000; i++) {
            says("email:ann@x.org order:" + i, null, null, null);
        }
        assertThat(people()).hasSize(1);
    }
}
