package io.serai.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.identity.match.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What likeness makes of people, worked out by hand: each equal value is worth four bits, seven are needed to begin with. */
class LikenessTest {

    private static final IdentityRules RULES = PlainLikeness.rules(3);

    private final PlainLikeness likeness = new PlainLikeness(4, 100);
    private final MemoryStore store = new MemoryStore(RULES, likeness);

    private static MemoryStore.Saying says(String first, String last, String birth, String... identifiers) {
        List<Identifier> said = new ArrayList<>();
        String email = null;
        for (String each : identifiers) {
            String[] parts = each.split(":");
            said.add(new Identifier(parts[0], parts[1]));
            email = parts[0].equals("email") ? parts[1] : email;
        }
        said.sort(null);
        return new MemoryStore.Saying(
                List.copyOf(said), new Evidence(first, last, birth), Arrays.asList(first, last, birth, email));
    }

    private Resolution put(long record, MemoryStore.Saying saying) {
        Map<Long, MemoryStore.Saying> page = new LinkedHashMap<>();
        page.put(record, saying);
        return store.page(page);
    }

    private PairStory story(long one, long other) {
        return explainer()
                .compare(
                        store.members.get(store.profileOfRecord(one)), store.members.get(store.profileOfRecord(other)));
    }

    private Explainer explainer() {
        return new Explainer(RULES, store, likeness, store);
    }

    private List<String> why(long record) {
        return explainer()
                .explain(store.members.get(store.profileOfRecord(record)))
                .sentences(LikenessTest::record, signature -> "P" + store.profile.get(signature));
    }

    private static String record(long signature) {
        return "record " + signature;
    }

    @Test
    void the_weakest_link_says_how_certain_a_profile_is() {
        put(1, says("ann", "kaya", "1980-01-02"));
        put(2, says("ann", "kaya", "1980-01-02"));
        Resolution resolution = put(3, says("ann", "kaya", "1980-01-02", "email:a"));
        assertThat(store.partition()).hasSize(1);
        assertThat(resolution.findings().certainty())
                .containsExactly(Map.entry(1L, likeness.probability(-700 + 400 + 407 + 414)));
        assertThat(put(4, says("zoe", "smith", null)).findings().certainty())
                .containsExactly(Map.entry(store.profileOfRecord(4), 1.0));
    }

    @Test
    void identifiers_and_decisions_are_certain() {
        put(1, says("ann", null, null, "email:a"));
        Resolution resolution = put(2, says(null, "kaya", null, "email:a"));
        assertThat(resolution.findings().certainty()).containsExactly(Map.entry(1L, 1.0));
        put(3, says("zoe", null, null));
        assertThat(store.decide(1, 3, Decision.Kind.JOIN).findings().certainty())
                .containsExactly(Map.entry(1L, 1.0));
    }

    @Test
    void who_is_not_alike_enough_is_a_doubt_and_not_one_person() {
        put(1, says("ann", "kaya", "1980-01-02"));
        Resolution resolution = put(2, says("ann", "kaya", null, "email:a"));
        assertThat(store.partition()).hasSize(2);
        assertThat(resolution.findings().doubts())
                .containsExactly(new Doubt(1, 2, -700 + 400 + 407, Doubt.Why.LIKELY, null));
        assertThat(resolution.findings().looked()).containsExactlyInAnyOrder(1L, 2L);
        put(3, null);
        Resolution gone = put(1, null);
        assertThat(gone.findings().looked()).contains(1L, 2L);
        assertThat(gone.findings().doubts()).isEmpty();
    }

    @Test
    void a_limit_is_named_in_the_doubt() {
        put(1, says("ann", "kaya", "1980-01-02", "shop_id:1"));
        Resolution resolution = put(2, says("ann", "kaya", "1980-01-02", "shop_id:2"));
        assertThat(resolution.findings().doubts())
                .extracting(Doubt::why, Doubt::limit)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Doubt.Why.LIMIT, "shop_id"));
        assertThat(story(1, 2).between()).isEqualTo(PairStory.Between.LIMIT);
        assertThat(story(1, 2).detail()).isEqualTo("shop_id");
    }

    @Test
    void a_merge_says_which_fields_decided() {
        put(1, says("ann", "kaya", null));
        put(2, says("ann", "kaya", "1980-01-02"));
        put(5, says("zoe", "kaya", null, "email:z"));
        Resolution resolution = put(1, says("ann", "kaya", "1980-01-02", "phone:1"));
        assertThat(resolution.merges()).hasSize(1);
        assertThat(resolution.findings().causes())
                .containsExactly(Map.entry(resolution.merges().get(0).profile(), "likeness (field2, field1)"));
        put(6, says("bob", null, null, "email:b"));
        Resolution shared = put(7, says(null, null, null, "email:b", "email:z"));
        assertThat(shared.findings().causes()).containsValue("email");
        assertThat(store.decide(2, 6, Decision.Kind.JOIN).findings().causes()).containsValue("a person's word");
    }

    @Test
    void a_parting_says_who_left_whom() {
        put(1, says("ann", null, null, "email:a"));
        put(2, says("bob", null, null, "email:b"));
        put(3, says(null, null, null, "email:a", "email:b"));
        assertThat(put(3, null).findings().partings()).containsExactly(new Findings.Parting(1, 2));
    }

    @Test
    void a_value_on_too_many_people_is_no_evidence_of_likeness_either() {
        for (int i = 0; i < 4; i++) {
            put(i, says("p" + i, "n" + i, null, "email:desk"));
        }
        put(10, says("ann", "kaya", null, "email:desk"));
        put(11, says("ann", "kaya", null, "email:desk", "phone:7"));
        assertThat(store.edges).allMatch(edge -> edge.weight() == -700 + 400 + 407);
        assertThat(store.profileOfRecord(10)).isNotEqualTo(store.profileOfRecord(11));
        for (int i = 0; i < 4; i++) {
            put(i, null);
        }
        assertThat(store.profileOfRecord(10)).isEqualTo(store.profileOfRecord(11));
    }

    @Test
    void orders_say_nothing_about_who_is_alike_and_stand_in_nobodys_way() {
        put(1, says("ann", "kaya", "1980-01-02", "email:a"));
        for (int i = 0; i < 5; i++) {
            put(
                    20 + i,
                    new MemoryStore.Saying(
                            List.of(new Identifier("email", "a"), new Identifier("phone", "" + i)), Evidence.NONE));
        }
        put(2, says("ann", "kaya", "1980-01-02"));
        assertThat(store.partition()).hasSize(1);
    }

    @Test
    void two_people_are_compared_field_by_field() {
        put(1, says("ann", "kaya", "1980-01-02"));
        put(2, says("ann", "kaya", "1999-12-31"));
        PairStory story = story(1, 2);
        assertThat(story.between()).isEqualTo(PairStory.Between.BELOW_THRESHOLD);
        assertThat(story.score().orElseThrow().contributions()).hasSize(3);
        assertThat(story.sentences(LikenessTest::record))
                .containsExactly(
                        "record 1 says no identifier, name ann kaya, born 1980-01-02.",
                        "record 2 says no identifier, name ann kaya, born 1999-12-31.",
                        "They are one person with a probability of 34.4 %: same field1 (+4.1 bits), same field0 (+4.0 bits),"
                                + " different field2 (-2.0 bits).",
                        "Together that is -0.9 bits, with -7.0 bits for any two people to begin with.",
                        "They stay apart: from 99 % on they would be one person.");
    }

    @Test
    void what_stands_between_two_people_is_said() {
        put(1, says("ann", "kaya", "1980-01-02", "phone:1"));
        put(2, says("bob", "kaya", "1999-12-31", "phone:1"));
        assertThat(story(1, 2).between()).isEqualTo(PairStory.Between.DIFFERENT);
        assertThat(story(1, 2).detail()).isEqualTo("phone 1");
        put(3, says("ann", "kaya", "1980-01-02"));
        assertThat(story(1, 3).between()).isEqualTo(PairStory.Between.SAME_PROFILE);
        store.decide(1, 3, Decision.Kind.SPLIT);
        assertThat(story(1, 3).between()).isEqualTo(PairStory.Between.KEPT_APART);
        assertThat(story(3, 1).between()).isEqualTo(PairStory.Between.KEPT_APART);
        put(4, says(null, null, null, "email:x"));
        assertThat(story(1, 4).between()).isEqualTo(PairStory.Between.NOTHING_SHARED);
        assertThat(story(1, 4).score()).isEmpty();
    }

    @Test
    void people_whom_only_crowded_keys_would_lead_to_one_another_were_not_compared() {
        for (int i = 0; i < 6; i++) {
            put(i, says("ann", "kaya", "1980-01-02", "shop_id:" + i));
        }
        assertThat(store.edges).isEmpty();
        assertThat(store.crowded).isNotEmpty();
        PairStory story = story(1, 2);
        assertThat(story.between()).isEqualTo(PairStory.Between.NOT_COMPARED);
        assertThat(story.sentences(LikenessTest::record)).last().asString().startsWith("They were not compared");
    }

    @Test
    void a_profile_is_explained_by_what_makes_its_records_alike() {
        put(1, says("ann", "kaya", "1980-01-02"));
        put(2, says("ann", "kaya", "1980-01-02", "email:a"));
        put(3, says("ann", "kaya", null, "email:b"));
        List<String> why = why(1);
        assertThat(why)
                .anyMatch(sentence -> sentence.endsWith(
                        "are alike: same field2 (+4.1 bits), same field1 (+4.1 bits), same field0 (+4.0 bits)."))
                .anyMatch(sentence -> sentence.startsWith("The weakest link is between record")
                        && sentence.endsWith("they are one person with a probability of 97.4 %."))
                .anyMatch(sentence -> sentence.startsWith("record 3 (P" + store.profileOfRecord(3)
                        + ") may be this person with a probability of 67.7 %"));
    }

    @Test
    void scores_are_said_in_words() {
        assertThat(Words.percent(1)).isEqualTo("100 %");
        assertThat(Words.percent(.99999)).isEqualTo("more than 99.99 %");
        assertThat(Words.percent(.9943)).isEqualTo("99.43 %");
        assertThat(Words.percent(.8)).isEqualTo("80 %");
        assertThat(Words.percent(.0123)).isEqualTo("1.2 %");
        assertThat(Words.percent(.0005)).isEqualTo("0.1 %");
        assertThat(Words.percent(.0004)).isEqualTo("less than 0.1 %");
        assertThat(Words.percent(0)).isEqualTo("0 %");
        Score score = new Score(
                0,
                0,
                0,
                0,
                List.of(
                        new Score.Contribution("last_name", "one letter apart", 310),
                        new Score.Contribution("birth_date", "different", -825)),
                0);
        assertThat(Words.evidence(score))
                .isEqualTo("different birth date (-8.3 bits), last name one letter apart (+3.1 bits)");
    }

    @Test
    void a_pair_is_scored_only_where_both_say_something() {
        put(1, says("ann", "kaya", "1980-01-02"));
        put(2, says("ann", "kaya", null));
        put(3, new MemoryStore.Saying(List.of(new Identifier("email", "a")), Evidence.NONE));
        assertThat(explainer().score(1, 2).orElseThrow().weight()).isEqualTo(107);
        assertThat(explainer().score(1, 3)).isEmpty();
        assertThat(new Explainer(RULES, store, null, null).score(1, 2)).isEmpty();
    }
}
