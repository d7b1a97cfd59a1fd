package io.serai.store;

import static io.serai.store.MatchingHome.CONTACTS;
import static io.serai.store.MatchingHome.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.profile.Ingest.Result;
import io.serai.profile.Ingest.Status;
import io.serai.record.SourceRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed that has brought so many unchanged records that they are told from memory. */
class RememberedTest {

    private static final int MANY = 5_000;

    @TempDir
    private Path folder;

    @AutoClose
    private MatchingHome home;

    @BeforeEach
    void fill() {
        home = new MatchingHome(folder.resolve("hub.db"), MatchingHome.withoutEmail(1));
        List<SourceRecord> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            all.add(someone(i, "Leeds"));
        }
        home.ingest.page(CONTACTS, all);
        for (int pass = 0; pass < 4; pass++) {
            assertThat(home.ingest.page(CONTACTS, all)).allMatch(result -> result.status() == Status.UNCHANGED);
        }
    }

    private static SourceRecord someone(int number, String city) {
        return person("k" + number, "Ann", "Smith", null, number + " Mill Lane", "LS1 4AB", city);
    }

    private Status take(SourceRecord record) {
        return home.ingest.page(CONTACTS, List.of(record)).get(0).status();
    }

    private long living(String city) {
        return home.number("SELECT count(*) FROM record WHERE payload LIKE ? AND deleted = 0", "%" + city + "%");
    }

    @Test
    void a_change_is_stored_and_so_is_the_way_back() {
        assertThat(take(someone(1, "York"))).isEqualTo(Status.STORED);
        assertThat(take(someone(1, "York"))).isEqualTo(Status.UNCHANGED);
        assertThat(living("York")).isEqualTo(1);
        assertThat(take(someone(1, "Leeds"))).isEqualTo(Status.STORED);
        assertThat(living("York")).isZero();
    }

    @Test
    void the_last_of_one_page_counts() {
        List<Result> results = home.ingest.page(
                CONTACTS, List.of(someone(1, "Leeds"), someone(1, "York"), someone(1, "Leeds"), someone(2, "Leeds")));
        assertThat(results)
                .extracting(Result::status)
                .containsExactly(Status.UNCHANGED, Status.STORED, Status.STORED, Status.UNCHANGED);
        assertThat(living("York")).isZero();
        assertThat(living("Leeds")).isEqualTo(MANY);
    }

    @Test
    void what_was_deleted_comes_back() {
        assertThat(take(new SourceRecord("k1", Map.of(), true))).isEqualTo(Status.STORED);
        assertThat(take(new SourceRecord("k1", Map.of(), true))).isEqualTo(Status.UNCHANGED);
        assertThat(living("Leeds")).isEqualTo(MANY - 1);
        assertThat(take(someone(1, "Leeds"))).isEqualTo(Status.STORED);
        assertThat(living("Leeds")).isEqualTo(MANY);
    }

    @Test
    void what_a_pass_did_not_contain_is_deleted_and_comes_back() {
        var seen = home.ingest.newPass(CONTACTS);
        List<SourceRecord> all = new ArrayList<>();
        for (int i = 1; i < MANY; i++) {
            all.add(someone(i, "Leeds"));
        }
        home.ingest.page(CONTACTS, all, seen);
        assertThat(home.ingest.deleteUnseen(CONTACTS, seen)).isEqualTo(1);
        assertThat(take(someone(0, "Leeds"))).isEqualTo(Status.STORED);
    }

    @Test
    void what_was_undone_is_not_remembered() {
        home.ingest.rederive();
        List<SourceRecord> others = new ArrayList<>();
        for (int i = 2; i < MANY; i++) {
            others.add(someone(i, "Leeds"));
        }
        assertThatThrownBy(() -> home.database.write(connection -> {
                    take(someone(1, "York"));
                    for (int pass = 0; pass < 4; pass++) {
                        home.ingest.page(CONTACTS, others);
                    }
                    assertThat(take(someone(1, "York"))).isEqualTo(Status.UNCHANGED);
                    throw new IllegalStateException("No.");
                }))
                .hasMessage("No.");
        assertThat(take(someone(1, "York"))).isEqualTo(Status.STORED);
        assertThat(living("York")).isEqualTo(1);
    }

    @Test
    void who_was_erased_is_not_known_any_more() {
        long profile = home.profileOf("crm", "k1");
        home.desk.erase(profile);
        assertThat(living("Leeds")).isEqualTo(MANY - 1);
        take(someone(1, "Leeds"));
        assertThat(home.number("SELECT count(*) FROM record WHERE key = 'k1'")).isZero();
    }
}
