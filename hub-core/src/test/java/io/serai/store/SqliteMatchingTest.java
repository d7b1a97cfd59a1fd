package io.serai.store;

import static io.serai.store.MatchingHome.CONTACTS;
import static io.serai.store.MatchingHome.CUSTOMERS;
import static io.serai.store.MatchingHome.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.profile.MergeGuard;
import io.serai.record.SourceRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteMatchingTest {

    private static final String[] ANN = {"Ann", "Zebrowski", "1980-02-17", "12 Mill Lane", "LS1 4AB", "Leeds"};

    @AutoClose
    private final MatchingHome home;

    SqliteMatchingTest(@TempDir Path folder) {
        home = new MatchingHome(folder.resolve("hub.db"));
    }

    @Test
    void records_that_share_no_identifier_are_one_person_when_they_are_alike() {
        home.put(CONTACTS, person("1", ANN), person("2", "Bob", "Quist", "1971-05-03", "9 High Street", "BA1 1AA"));
        home.put(CUSTOMERS, person("A", "Anne", "Zebrovski", "1980-02-17", "12 Mill Lane", "LS1 4AB", "Leeds"));
        assertThat(home.profileOf("shop", "A")).isEqualTo(home.profileOf("crm", "1"));
        assertThat(home.profileOf("crm", "2")).isNotEqualTo(home.profileOf("crm", "1"));
        assertThat(home.decimal("SELECT certainty FROM profile WHERE id = ?", home.profileOf("crm", "1")))
                .isBetween(.99, .9999999);
        assertThat(home.decimal("SELECT certainty FROM profile WHERE id = ?", home.profileOf("crm", "2")))
                .isEqualTo(1.0);
    }

    @Test
    void a_record_that_says_something_else_leaves_and_takes_its_keys_and_edges_with_it() {
        home.put(CONTACTS, person("1", ANN));
        home.put(CUSTOMERS, person("A", ANN));
        assertThat(home.partition()).hasSize(1);
        home.put(CUSTOMERS, person("A", "Zoe", "Kaya", "1999-12-31"));
        assertThat(home.partition()).hasSize(2);
        home.put(CUSTOMERS, person("A", ANN));
        assertThat(home.partition()).hasSize(1);
        home.put(CUSTOMERS, new SourceRecord("A", java.util.Map.of(), true));
        assertThat(home.number("SELECT count(*) FROM match_edge")).isZero();
        assertThat(home.matchTables().get(0).stream()
                        .map(row -> ((List<?>) row).get(1))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void no_key_is_kept_of_who_was_erased() {
        home.put(CONTACTS, person("1", ANN));
        long profile = home.profileOf("crm", "1");
        List<Long> records = List.of(home.number("SELECT id FROM record"));
        home.database.write(connection -> {
            home.ingest.delete(connection, records);
            new Erasure(connection).forget(profile, records);
            return null;
        });
        assertThat(home.number("SELECT (SELECT count(*) FROM match_key) + (SELECT count(*) FROM recent_key)"))
                .isZero();
    }

    @Test
    void what_a_store_knows_is_what_it_would_know_had_it_worked_it_out_at_once() {
        Random random = new Random(7);
        List<SourceRecord> everybody = crowd(random, 150);
        for (int from = 0; from < everybody.size(); from += 7) {
            home.ingest.page(CONTACTS, everybody.subList(from, Math.min(from + 7, everybody.size())));
        }
        for (int change = 0; change < 40; change++) {
            String key = "" + random.nextInt(150);
            home.put(
                    CONTACTS,
                    random.nextBoolean() ? new SourceRecord(key, java.util.Map.of(), true) : someone(random, key));
        }
        var partition = home.partition();
        var tables = home.matchTables();
        home.rebuild();
        assertThat(home.partition()).isEqualTo(partition);
        assertThat(home.matchTables()).isEqualTo(tables);
        home.rebuild(0);
        assertThat(home.partition()).as("in little memory").isEqualTo(partition);
        assertThat(home.matchTables()).as("in little memory").isEqualTo(tables);
    }

    @Test
    void a_profile_says_in_which_run_its_links_came_and_by_which_model() {
        home.ingest.page(CONTACTS, List.of(person("1", ANN)), null, MergeGuard.none(), 11);
        home.ingest.page(CUSTOMERS, List.of(person("A", ANN)), null, MergeGuard.none(), 12);
        home.ingest.page(CONTACTS, List.of(person("1", ANN)), null, MergeGuard.none(), 13);
        long model = home.database.read(connection -> home.ingest.models().version(connection));
        assertThat(home.desk.why(home.profileOf("crm", "1")))
                .anyMatch(sentence -> sentence.contains(" are alike: ") && sentence.endsWith(", since run 12."))
                .contains("What is alike is judged by model " + Long.toHexString(model) + ".");
    }

    private static List<SourceRecord> crowd(Random random, int people) {
        List<SourceRecord> crowd = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            crowd.add(someone(random, "" + i));
        }
        return crowd;
    }

    private static SourceRecord someone(Random random, String key) {
        String[] first = {"Ann", "Anne", "Bob", "Robert", "Zoe", "Kofi"};
        String[] last = {"Smith", "Smyth", "Kaya", "Zebrowski"};
        return person(
                key,
                first[random.nextInt(first.length)],
                last[random.nextInt(last.length)],
                random.nextInt(3) == 0
                        ? null
                        : "19" + (70 + random.nextInt(6)) + "-0" + (1 + random.nextInt(3)) + "-17",
                random.nextInt(8) + " Mill Lane",
                "LS" + random.nextInt(4) + " 4AB",
                "Leeds",
                random.nextInt(3) == 0 ? "e" + random.nextInt(60) + "@x.org" : null);
    }
}
