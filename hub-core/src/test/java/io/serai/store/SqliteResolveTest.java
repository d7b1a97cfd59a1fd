package io.serai.store;

import static io.serai.store.MatchingHome.CONTACTS;
import static io.serai.store.MatchingHome.CUSTOMERS;
import static io.serai.store.MatchingHome.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.profile.CollapseException;
import io.serai.profile.MergeGuard;
import io.serai.profile.ResolveReport;
import io.serai.profile.ResolveRequest;
import io.serai.record.SourceRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteResolveTest {

    private static final String LETTERS = "bcdfghklmnprstvz";
    private static final ResolveRequest NOW = new ResolveRequest(false, false, false);

    @TempDir
    private Path folder;

    @AutoClose
    private MatchingHome home;

    @BeforeEach
    void open() {
        home = new MatchingHome(folder.resolve("hub.db"));
    }

    private static String word(Random random, int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length()))).append("aeiou".charAt(random.nextInt(5)));
        }
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** Different people, everybody at home alone. */
    private static List<String[]> people(Random random, int count) {
        List<String[]> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(new String[] {
                word(random, 2),
                word(random, 3),
                "19" + (40 + random.nextInt(60)) + "-0" + (1 + random.nextInt(9)) + "-" + (10 + random.nextInt(19)),
                (1 + random.nextInt(99)) + " " + word(random, 3) + " Street",
                "LS" + (1 + random.nextInt(20)) + " " + (1 + random.nextInt(9)) + "AB",
                word(random, 3)
            });
        }
        return people;
    }

    private void contacts(List<String[]> people, String email) {
        List<SourceRecord> records = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            String[] values = java.util.Arrays.copyOf(people.get(i), 7);
            values[6] = email;
            records.add(person("" + i, values));
        }
        home.ingest.page(CONTACTS, records);
    }

    @Test
    void a_fitted_model_takes_effect_with_a_report_and_stays() {
        List<String[]> people = people(new Random(1), 400);
        contacts(people, null);
        List<SourceRecord> again = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            again.add(person("c" + i, people.get(i)));
        }
        home.ingest.page(CUSTOMERS, again);
        ResolveReport dry = home.desk.resolve(new ResolveRequest(false, true, false));
        assertThat(dry.applied()).isFalse();
        assertThat(home.number("SELECT count(*) FROM match_model")).isZero();
        ResolveReport report = home.desk.resolve(NOW);
        assertThat(report.applied()).isTrue();
        assertThat(report.stopped()).isEmpty();
        assertThat(report.signatures()).isEqualTo(550);
        assertThat(report.model()).isEqualTo(dry.model()).isNotEqualTo(report.previousModel());
        assertThat(report.profiles()).isEqualTo(dry.profiles());
        assertThat(home.number("SELECT version FROM match_model WHERE active = 1"))
                .isEqualTo(report.model());
        assertThat(home.partition()).hasSize(400);
        assertThat(home.desk.resolve(NOW).merged()).isZero();
    }

    @Test
    void one_junk_value_on_everybody_merges_nobody() {
        contacts(people(new Random(2), 600), "info@junk.example");
        assertThat(home.partition()).hasSize(600);
        assertThat(home.desk.resolve(NOW).merged()).isZero();
        assertThat(home.partition()).hasSize(600);
    }

    private void pairsOfStrangers(int count) {
        List<String[]> people = people(new Random(3), 2 * count);
        List<SourceRecord> contacts = new ArrayList<>();
        List<SourceRecord> customers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            contacts.add(person("" + i, people.get(2 * i)));
            customers.add(person("c" + i, people.get(2 * i + 1)));
        }
        home.ingest.page(CONTACTS, contacts);
        home.ingest.page(CUSTOMERS, customers);
    }

    /** The same people again, and each pair of strangers with one address. */
    private List<SourceRecord> withOneAddress(io.serai.record.Mapping mapping, int count) {
        List<String[]> people = people(new Random(3), 2 * count);
        List<SourceRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String[] values = java.util.Arrays.copyOf(people.get(mapping == CONTACTS ? 2 * i : 2 * i + 1), 7);
            values[6] = "e" + i + "@x.org";
            records.add(person((mapping == CONTACTS ? "" : "c") + i, values));
        }
        return records;
    }

    @Test
    void a_run_that_would_merge_too_many_stops_before_its_page_is_kept_and_says_why() {
        pairsOfStrangers(150);
        assertThat(home.partition()).hasSize(300);
        MergeGuard guard = new MergeGuard(.01, "hub sync crm --allow-merges");
        home.ingest.page(CONTACTS, withOneAddress(CONTACTS, 150), null, guard);
        assertThatThrownBy(() -> home.ingest.page(CUSTOMERS, withOneAddress(CUSTOMERS, 150), null, guard))
                .isInstanceOf(CollapseException.class)
                .hasMessageContaining("150 of 300 profiles")
                .hasMessageContaining("email")
                .hasMessageContaining("hub sync crm --allow-merges")
                .hasMessageNotContaining("@x.org");
        assertThat(home.partition()).hasSize(300);
        home.ingest.page(CUSTOMERS, withOneAddress(CUSTOMERS, 150), null, MergeGuard.none());
        assertThat(home.partition()).hasSize(150);
        assertThat(home.number("SELECT count(*) FROM identity_event WHERE kind = 'merge' AND why = 'email'"))
                .isEqualTo(150);
    }

    @Test
    void pages_of_one_run_are_counted_together() {
        pairsOfStrangers(150);
        MergeGuard guard = new MergeGuard(.01, "hub sync crm --allow-merges");
        home.ingest.page(CONTACTS, withOneAddress(CONTACTS, 150), null, guard);
        List<SourceRecord> customers = withOneAddress(CUSTOMERS, 150);
        home.ingest.page(CUSTOMERS, customers.subList(0, 100), null, guard);
        assertThat(home.partition()).hasSize(200);
        assertThatThrownBy(() -> home.ingest.page(CUSTOMERS, customers.subList(100, 150), null, guard))
                .isInstanceOf(CollapseException.class);
        assertThat(home.partition()).hasSize(200);
    }

    @Test
    void profiles_that_the_run_itself_opened_are_not_counted() {
        MergeGuard guard = new MergeGuard(.01, "");
        home.ingest.page(CUSTOMERS, List.of(person("first", "Zoe", "Quist")), null, guard);
        pairsOfStrangers(150);
        home.ingest.page(CONTACTS, withOneAddress(CONTACTS, 150), null, guard);
        home.ingest.page(CUSTOMERS, withOneAddress(CUSTOMERS, 150), null, guard);
        assertThat(home.partition()).hasSize(151);
    }

    /** The same people again, with a part left out; addresses are on too many people, and some are on few. */
    private List<SourceRecord> doubles(List<String[]> people, Random random) {
        List<SourceRecord> records = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            String[] values = java.util.Arrays.copyOf(people.get(random.nextInt(people.size())), 8);
            values[6] = random.nextInt(3) == 0
                    ? "desk" + random.nextInt(2) + "@x.org"
                    : "e" + random.nextInt(90) + "@x.org";
            values[random.nextInt(6)] = null;
            records.add(person("d" + i, values));
        }
        return records;
    }

    @Test
    void resolving_everybody_at_once_gives_to_the_bit_what_page_by_page_gives() {
        List<String[]> people = people(new Random(5), 500);
        contacts(people, null);
        List<SourceRecord> more = doubles(people, new Random(6));
        home.ingest.page(CUSTOMERS, more.subList(0, 200));
        home.desk.resolve(new ResolveRequest(false, false, true));
        for (int from = 200; from < more.size(); from += 13) {
            home.ingest.page(CUSTOMERS, more.subList(from, Math.min(more.size(), from + 13)));
        }
        assertThat(home.number("SELECT count(*) FROM overloaded_value")).isPositive();
        assertThat(home.number("SELECT count(*) FROM match_edge")).isGreaterThan(200);
        var partition = home.partition();
        var tables = home.matchTables();
        String profiles = home.profiles();
        home.rebuild();
        assertThat(home.matchTables()).isEqualTo(tables);
        assertThat(home.partition()).isEqualTo(partition);
        assertThat(home.profiles()).isEqualTo(profiles);
        home.rebuild(0);
        assertThat(home.matchTables()).as("in little memory").isEqualTo(tables);
        assertThat(home.partition()).as("in little memory").isEqualTo(partition);
    }

    /** The rules of today, under which addresses of the shop are nobody's. */
    private void leaveOutEmails() {
        home.close();
        home = new MatchingHome(folder.resolve("hub.db"), MatchingHome.withoutEmail(2));
    }

    @Test
    void changed_rules_that_would_merge_too_many_are_not_applied_until_somebody_allows_it() {
        leaveOutEmails();
        pairsOfStrangers(150);
        home.ingest.page(CONTACTS, withOneAddress(CONTACTS, 150));
        home.ingest.page(CUSTOMERS, withOneAddress(CUSTOMERS, 150));
        assertThat(home.partition()).hasSize(300);
        home.close();
        home = MatchingHome.notYetDerived(folder.resolve("hub.db"), MatchingHome.RULES);
        assertThatThrownBy(() -> home.ingest.rederiveIfRulesChanged(MergeGuard.USUAL))
                .isInstanceOf(CollapseException.class)
                .hasMessageContaining("config/identity.yaml has changed")
                .hasMessageContaining("150 of 300 profiles")
                .hasMessageContaining("hub resolve --dry-run")
                .hasMessageContaining("hub resolve --allow-merges");
        assertThat(home.partition()).hasSize(300);
        ResolveReport dry = home.desk.resolve(new ResolveRequest(false, true, false));
        assertThat(dry.merged()).isEqualTo(150);
        assertThat(dry.stopped()).isPresent();
        assertThat(home.desk.resolve(NOW).applied()).isFalse();
        assertThat(home.partition()).hasSize(300);
        assertThat(home.desk.resolve(new ResolveRequest(false, false, true)).applied())
                .isTrue();
        assertThat(home.partition()).hasSize(150);
        assertThat(home.ingest.rederiveIfRulesChanged(MergeGuard.USUAL)).isZero();
    }
}
