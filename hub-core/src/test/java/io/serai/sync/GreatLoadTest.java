package io.serai.sync;

import static io.serai.sync.SyncHome.CONTACTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.profile.CollapseException;
import io.serai.profile.MergeGuard;
import io.serai.record.SourceRecord;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads of so many records that who is who is found out at their end. */
class GreatLoadTest {

    private static final RecordKeys ID = new RecordKeys(List.of("id"));

    @TempDir
    private Path folder;

    @AutoClose
    private SyncHome home;

    private Run run;

    @BeforeEach
    void open() {
        home = new SyncHome(folder);
        run = home.runs.start("crm", RunRequest.send(Trigger.COMMAND));
    }

    private static List<SourceRecord> contacts(int from, int to) {
        return IntStream.range(from, to).mapToObj(SyncHome::contact).toList();
    }

    private void take(Run of, List<SourceRecord> page) {
        home.ingestStep.page(of, CONTACTS, page, ID, new PageTally(), null);
    }

    @Test
    void people_are_there_when_the_load_has_ended() {
        home.ingestStep.load(run, () -> {
            take(run, contacts(0, 500));
            assertThat(home.profiles.count()).isZero();
            take(run, contacts(500, 501));
            assertThat(home.profiles.count()).isZero();
            return null;
        });
        assertThat(home.profiles.count()).isEqualTo(501);
    }

    @Test
    void a_load_that_fails_leaves_people_too() {
        assertThatThrownBy(() -> home.ingestStep.load(run, () -> {
                    take(run, contacts(0, 500));
                    throw new SyncException("The source went away.");
                }))
                .hasMessage("The source went away.");
        assertThat(home.profiles.count()).isEqualTo(500);
    }

    @Test
    void a_page_for_a_store_that_knows_somebody_is_not_left_for_later() {
        take(run, contacts(0, 1));
        home.ingestStep.load(run, () -> {
            take(run, contacts(1, 600));
            assertThat(home.profiles.count()).isEqualTo(600);
            return null;
        });
    }

    @Test
    void a_body_of_many_records_is_a_load() {
        StringBuilder csv = new StringBuilder("id,mail\n");
        for (int i = 0; i < 1_200; i++) {
            csv.append(i).append(",c").append(i).append("@shop.test\n");
        }
        Counts counts = home.ingestStep.body(
                run,
                CONTACTS,
                new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)),
                BodyFormat.CSV,
                ID);
        assertThat(counts.stored()).isEqualTo(1_200);
        assertThat(home.profiles.count()).isEqualTo(1_200);
    }

    @Test
    void who_comes_by_itself_in_the_run_of_a_great_load_is_there_at_once() {
        home.ingestStep.load(run, () -> {
            take(run, contacts(0, 500));
            take(run, contacts(500, 1_000));
            return null;
        });
        home.ingestStep.message(run, CONTACTS, contacts(1_000, 1_001), ID);
        assertThat(home.profiles.count()).isEqualTo(1_001);
        home.ingestStep.load(run, () -> {
            take(run, contacts(1_001, 1_501));
            assertThat(home.profiles.count()).isEqualTo(1_001);
            home.ingestStep.message(run, CONTACTS, contacts(1_501, 1_502), ID);
            assertThat(home.profiles.count()).isEqualTo(1_002);
            return null;
        });
        assertThat(home.profiles.count()).isEqualTo(1_502);
    }

    @Test
    void what_would_merge_too_many_stays_to_be_done_until_somebody_allows_it() {
        take(run, contacts(0, 1_000));
        List<SourceRecord> joining = new ArrayList<>();
        for (int i = 0; i < 400; i += 2) {
            // Says that two who were strangers are one.
            Map<String, Object> fields = Map.of("id", i, "mail", "p" + (i + 1) + "@shop.test");
            joining.add(new SourceRecord("new" + i, fields, false));
        }
        home.ingest.land(CONTACTS, joining, null, MergeGuard.none(), run.id());
        assertThat(home.profiles.count()).isEqualTo(1_000);
        assertThatThrownBy(() -> home.ingest.settle(new MergeGuard(.01, "hub sync crm --allow-merges")))
                .isInstanceOf(CollapseException.class)
                .hasMessageContaining("hub sync crm --allow-merges");
        assertThat(home.profiles.count()).isEqualTo(1_000);
        home.ingest.settle(MergeGuard.none());
        assertThat(home.profiles.count()).isEqualTo(800);
    }

    @Test
    void a_settle_that_is_stopped_keeps_the_parts_that_were_done() {
        take(run, contacts(0, 1_000));
        home.ingest.land(CONTACTS, contacts(1_000, 1_500), null, MergeGuard.none(), run.id());
        List<SourceRecord> joining = new ArrayList<>();
        for (int i = 0; i < 400; i += 2) {
            Map<String, Object> fields = Map.of("id", i, "mail", "p" + (i + 1) + "@shop.test");
            joining.add(new SourceRecord("new" + i, fields, false));
        }
        home.ingest.land(CONTACTS, joining, null, MergeGuard.none(), run.id());
        assertThatThrownBy(() -> home.ingest.settle(new MergeGuard(.01, "hub sync crm --allow-merges")))
                .isInstanceOf(CollapseException.class);
        assertThat(home.profiles.count()).isEqualTo(1_500);
        home.ingest.settle(MergeGuard.none());
        assertThat(home.profiles.count()).isEqualTo(1_300);
    }
}
