package io.serai.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final IdentityRules RULES = new IdentityRules(
            List.of(
                    new IdentifierRule("shop_id", 1, IdentifierRule.Kind.ID, "", List.of(), false, 10),
                    new IdentifierRule("email", 5, IdentifierRule.Kind.EMAIL, "", List.of(), false, 2),
                    new IdentifierRule("phone", 5, IdentifierRule.Kind.PHONE, "GB", List.of(), true, 10)),
            1);

    private final MemoryStore store = new MemoryStore(RULES);

    private void put(long record, String name, String... identifiers) {
        List<Identifier> said = java.util.Arrays.stream(identifiers)
                .map(text -> text.split(":"))
                .map(parts -> new Identifier(parts[0], parts[1]))
                .sorted()
                .toList();
        Map<Long, MemoryStore.Saying> page = new LinkedHashMap<>();
        page.put(record, new MemoryStore.Saying(said, Evidence.of(name, null, null)));
        store.page(page);
    }

    private List<String> why(long record) {
        Explanation explanation =
                new Explainer(RULES, store, null, null).explain(store.members.get(store.profileOfRecord(record)));
        return explanation.sentences(
                signature -> "shop/customers "
                        + store.recordsOf.get(signature).iterator().next(),
                signature -> "P" + store.profile.get(signature));
    }

    @Test
    void it_says_what_joined_whom() {
        put(12, "Ann", "shop_id:S12", "email:ann@example.org");
        put(44, null, "email:ann@example.org");
        assertThat(why(12))
                .containsExactly(
                        "shop/customers 44 says email ann@example.org.",
                        "shop/customers 12 says email ann@example.org, shop_id S12, name ann.",
                        "shop/customers 44 and shop/customers 12 share email ann@example.org.");
    }

    @Test
    void it_says_which_limit_kept_whom_apart() {
        put(12, null, "shop_id:S12", "email:ann@example.org");
        put(13, null, "shop_id:S13", "email:ann@example.org");
        assertThat(why(12))
                .contains(
                        "shop/customers 13 (P2) shares email ann@example.org with shop/customers 12 but stays apart: together they"
                                + " would have more than 1 shop_id, the limit of one profile.");
        assertThat(why(13)).anyMatch(sentence -> sentence.startsWith("shop/customers 12 (P1) shares"));
    }

    @Test
    void it_says_why_a_shared_value_was_not_enough() {
        put(1, "Ann", "email:ann@example.org", "phone:+441");
        put(2, "Bob", "email:bob@example.org", "phone:+441");
        put(3, null, "shop_id:3", "phone:+441");
        assertThat(why(1))
                .contains(
                        "shop/customers 2 (P2) shares phone +441 with shop/customers 1 but stays apart: people share this phone, and"
                                + " names or birth dates differ.",
                        "shop/customers 3 (P3) shares phone +441 with shop/customers 1 but stays apart: people share this phone, and"
                                + " there is no name or birth date to tell whose it is.");
    }

    @Test
    void it_says_on_how_many_people_a_value_is() {
        put(1, "Ann", "shop_id:1", "email:desk@example.org");
        put(2, "Bob", "shop_id:2", "email:desk@example.org");
        put(3, "Zoe", "shop_id:3", "email:desk@example.org");
        assertThat(why(1))
                .contains(
                        "email desk@example.org of shop/customers 1 links nobody: it is on 3 people, and more than 2 share no"
                                + " email.");
    }

    @Test
    void it_says_what_people_decided() {
        put(1, null, "shop_id:1", "email:ann@example.org");
        put(2, null, "email:ann@example.org");
        store.decide(1, 2, Decision.Kind.SPLIT);
        assertThat(why(1)).anyMatch(sentence -> sentence.endsWith("but stays apart: a person keeps them apart."));
        store.decide(1, 2, Decision.Kind.JOIN);
        assertThat(why(1)).contains("A person joined shop/customers 2 and shop/customers 1.");
    }
}
