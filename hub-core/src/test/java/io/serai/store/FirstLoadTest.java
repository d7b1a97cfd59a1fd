package io.serai.store;

import static io.serai.store.MatchingHome.CONTACTS;
import static io.serai.store.MatchingHome.CUSTOMERS;
import static io.serai.store.MatchingHome.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.profile.Ingest.Result;
import io.serai.profile.Ingest.Status;
import io.serai.profile.MergeGuard;
import io.serai.record.Mapping;
import io.serai.record.SourceRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first great load of a store, which keeps in memory what it will write at its end. */
class FirstLoadTest {

    private static final List<String> INDEXES = List.of("record_key", "signature_hash", "signature_identifier_value");

    @TempDir
    private Path folder;

    @AutoClose
    private MatchingHome home;

    @BeforeEach
    void open() {
        home = new MatchingHome(folder.resolve("hub.db"), MatchingHome.withoutEmail(1));
    }

    private static SourceRecord someone(int number) {
        return person("k" + number, "Ann" + number, "Smith", null, number + " Mill Lane", "LS1 4AB", "Leeds");
    }

    private List<Result> land(Mapping mapping, SourceRecord... records) {
        return home.ingest.land(mapping, List.of(records), null, MergeGuard.none(), 7);
    }

    private long indexes() {
        return home.number(
                "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND name IN (SELECT value FROM json_each(?))",
                Sql.json(INDEXES));
    }

    private long signatures() {
        return home.number("SELECT count(*) FROM signature");
    }

    @Test
    void records_are_kept_at_once_and_what_they_say_when_the_load_is_settled() {
        land(CONTACTS, someone(1), someone(2));
        land(CUSTOMERS, someone(3));
        assertThat(home.number("SELECT count(*) FROM record")).isEqualTo(3);
        assertThat(signatures()).isZero();
        assertThat(indexes()).isZero();
        home.ingest.settle(MergeGuard.none());
        assertThat(signatures()).isEqualTo(3);
        assertThat(indexes()).isEqualTo(3);
        assertThat(home.partition()).hasSize(3);
        assertThat(home.number("SELECT min(run_id) FROM signature")).isEqualTo(7);
    }

    @Test
    void the_same_record_again_is_unchanged_and_the_load_goes_on() {
        land(CONTACTS, someone(1), someone(2));
        assertThat(land(CONTACTS, someone(2), someone(3), someone(3)))
                .extracting(Result::status)
                .containsExactly(Status.UNCHANGED, Status.STORED, Status.UNCHANGED);
        assertThat(signatures()).isZero();
    }

    @Test
    void a_changed_record_ends_the_load_and_counts() {
        land(CONTACTS, someone(1), someone(2));
        SourceRecord moved = person("k2", "Ann2", "Smith", null, "9 Church Road", "LS1 4AB", "Leeds");
        assertThat(land(CONTACTS, moved)).extracting(Result::status).containsExactly(Status.STORED);
        assertThat(indexes()).isEqualTo(3);
        home.ingest.settle(MergeGuard.none());
        assertThat(home.partition()).hasSize(2);
        assertThat(home.number("SELECT count(*) FROM profile_trait WHERE traits LIKE '%Church Road%'"))
                .isEqualTo(1);
    }

    @Test
    void a_page_of_others_finds_what_the_load_has_brought() {
        land(CONTACTS, someone(1), someone(2));
        List<Result> results = home.ingest.page(CONTACTS, List.of(someone(2), someone(3)));
        assertThat(results).extracting(Result::status).containsExactly(Status.UNCHANGED, Status.STORED);
        assertThat(indexes()).isEqualTo(3);
        land(CONTACTS, someone(4));
        home.ingest.settle(MergeGuard.none());
        assertThat(home.partition()).hasSize(4);
    }

    @Test
    void a_deletion_in_the_load_deletes() {
        land(CONTACTS, someone(1), someone(2));
        land(CONTACTS, new SourceRecord("k1", Map.of(), true));
        home.ingest.settle(MergeGuard.none());
        assertThat(home.partition()).hasSize(1);
    }

    @Test
    void what_comes_and_goes_in_one_page_leaves_nothing() {
        land(CONTACTS, someone(1), new SourceRecord("k1", Map.of(), true));
        land(CONTACTS, someone(2));
        home.ingest.settle(MergeGuard.none());
        assertThat(home.partition()).hasSize(1);
        assertThat(home.number("SELECT count(*) FROM record")).isEqualTo(1);
        assertThat(home.number("SELECT count(*) FROM record_state")).isEqualTo(1);
    }

    @Test
    void a_snapshot_deletes_what_its_pass_did_not_contain() {
        var seen = home.ingest.newPass(CONTACTS);
        home.ingest.land(CONTACTS, List.of(someone(1)), seen, MergeGuard.none(), 7);
        assertThat(home.ingest.deleteUnseen(CONTACTS, seen)).isZero();
        var next = home.ingest.newPass(CONTACTS);
        home.ingest.land(CONTACTS, List.of(someone(2)), next, MergeGuard.none(), 8);
        assertThat(home.ingest.deleteUnseen(CONTACTS, next)).isEqualTo(1);
    }

    @Test
    void what_a_dead_process_left_is_read_again_from_its_records() {
        land(CONTACTS, someone(1), someone(2));
        home.close();
        open();
        assertThat(indexes()).isEqualTo(3);
        assertThat(home.partition()).hasSize(2);
    }

    @Test
    void indexes_can_be_made_for_another_layout_before_what_was_left_is_read_again() throws SQLException {
        land(CONTACTS, someone(1), someone(2));
        home.close();
        try (Connection connection = SqliteDatabase.connect(folder.resolve("hub.db"), false)) {
            new LateIndexes(connection).restore();
        }
        open();
        assertThat(indexes()).isEqualTo(3);
        assertThat(home.partition()).hasSize(2);
    }

    @Test
    void a_load_of_which_every_record_is_refused_leaves_a_store_as_it_was() {
        SourceRecord refused = new SourceRecord("1", Map.of("time", "nonsense"), false);
        assertThat(land(MatchingHome.SALES, refused)).extracting(Result::status).containsExactly(Status.REJECTED);
        home.ingest.settle(MergeGuard.none());
        assertThat(indexes()).isEqualTo(3);
        assertThat(home.number("SELECT count(*) FROM record")).isZero();
    }

    @Test
    void nothing_of_what_people_say_stays_beside_the_store() throws IOException {
        land(CONTACTS, IntStream.range(0, 2000).mapToObj(FirstLoadTest::someone).toArray(SourceRecord[]::new));
        home.ingest.settle(MergeGuard.none());
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.matches("hub\\.db(-wal|-shm|\\.lock|\\.owner)?"));
        }
    }
}
