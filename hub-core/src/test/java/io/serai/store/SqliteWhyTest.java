package io.serai.store;

import static io.serai.store.MatchingHome.CONTACTS;
import static io.serai.store.MatchingHome.CUSTOMERS;
import static io.serai.store.MatchingHome.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.profile.PairExplanation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteWhyTest {

    private static final String[] ANN = {"Ann", "Zebrowski", "1980-02-17", "12 Mill Lane", "LS1 4AB", "Leeds"};

    @TempDir
    private Path folder;

    @AutoClose
    private MatchingHome home;

    @BeforeEach
    void open() {
        home = new MatchingHome(folder.resolve("hub.db"));
        home.put(CONTACTS, person("1", ANN));
    }

    private PairExplanation why(String contact, String customer) {
        return home.desk.why(home.profileOf("crm", contact), home.profileOf("shop", customer));
    }

    @Test
    void people_who_are_alike_are_explained_by_field_with_the_weakest_link_named() {
        home.put(CUSTOMERS, person("A", "Ann", "Zebrovski", "1980-02-17", "12 Mill Lane", "LS1 4AB", "Leeds"));
        List<String> why = home.desk.why(home.profileOf("crm", "1"));
        assertThat(why)
                .anyMatch(sentence -> sentence.matches(
                        "(crm/contacts 1 and shop/customers A|shop/customers A and crm/contacts 1) are alike: .*"));
        assertThat(why).anyMatch(sentence -> sentence.contains("same birth date (+"));
        assertThat(why).anyMatch(sentence -> sentence.startsWith("The weakest link is between "));
        PairExplanation same = why("1", "A");
        assertThat(same.between()).isEqualTo("same_profile");
        assertThat(same.probability().orElseThrow()).isGreaterThan(.99);
    }

    @Test
    void a_value_that_counts_for_nothing_is_mentioned() {
        home.put(CUSTOMERS, person("A", "Ann", "Quist", null, null, null, null, "noemail@shop.example"));
        assertThat(home.desk.why(home.profileOf("shop", "A")))
                .contains("email noemail@shop.example of shop/customers A counts for nothing: it is junk, or ignored by"
                        + " config/identity.yaml.");
    }

    @Test
    void two_who_share_nothing() {
        home.put(CUSTOMERS, person("A", null, null, null, null, null, null, "zoe@x.org"));
        PairExplanation why = why("1", "A");
        assertThat(why.between()).isEqualTo("nothing_shared");
        assertThat(why.probability()).isEmpty();
        assertThat(why.evidence()).isEmpty();
        assertThat(why.sentences()).endsWith("They share nothing that could make them one person.");
    }

    @Test
    void two_who_are_not_alike_enough() {
        home.put(CUSTOMERS, person("A", "Bob", "Zebrowski", "1975-05-09", "12 Mill Lane", "LS1 4AB", "Leeds"));
        PairExplanation why = why("1", "A");
        assertThat(why.between()).isEqualTo("below_threshold");
        assertThat(why.leftRecord()).isEqualTo("crm/contacts 1");
        assertThat(why.rightRecord()).isEqualTo("shop/customers A");
        assertThat(why.evidence()).extracting("field").contains("first_name", "birth_date", "postcode");
        assertThat(why.evidence()).anyMatch(each -> each.bits() < 0);
        assertThat(why.sentences()).contains("They stay apart: from 99 % on they would be one person.");
    }

    @Test
    void two_whom_a_person_keeps_apart() {
        home.put(CUSTOMERS, person("A", ANN));
        home.desk.split(home.profileOf("crm", "1"), home.number("SELECT id FROM record WHERE key = 'A'"));
        PairExplanation why = why("1", "A");
        assertThat(why.between()).isEqualTo("kept_apart");
        assertThat(why.sentences()).contains("They stay apart: a person keeps them apart.");
    }

    @Test
    void two_whom_a_limit_keeps_apart() {
        home.put(CONTACTS, person("2", ANN));
        PairExplanation why = home.desk.why(home.profileOf("crm", "1"), home.profileOf("crm", "2"));
        assertThat(why.between()).isEqualTo("limit");
        assertThat(why.sentences())
                .contains("They stay apart: together they would have more crm_id than one profile may.");
        assertThat(home.desk.why(home.profileOf("crm", "1")))
                .anyMatch(sentence ->
                        sentence.startsWith("crm/contacts 2 (P2) may be this person with a probability of"));
    }

    @Test
    void two_who_share_a_value_that_is_on_too_many() {
        String[][] people = {
            {"Bob", "Quist"},
            {"Cara", "Nowak"},
            {"Dev", "Patel"},
            {"Elif", "Kaya"},
            {"Femi", "Mbeki"},
            {"Gita", "Reyes"},
            {"Hugo", "Larsen"},
            {"Ines", "Varga"},
            {"Jack", "Walsh"},
            {"Kofi", "Young"},
            {"Lena", "Dunn"},
            {"Milo", "Hughes"}
        };
        for (int i = 0; i < people.length; i++) {
            home.put(CUSTOMERS, person("c" + i, people[i][0], people[i][1], null, null, null, null, "desk@x.org"));
        }
        PairExplanation why = home.desk.why(home.profileOf("shop", "c0"), home.profileOf("shop", "c1"));
        assertThat(why.between()).isEqualTo("too_many");
        assertThat(why.sentences())
                .contains("They share email desk@x.org, but it is on too many people to link anybody.");
        assertThat(home.desk.why(home.profileOf("shop", "c0")))
                .anyMatch(sentence -> sentence.startsWith("email desk@x.org of shop/customers c0 links nobody"));
    }
}
