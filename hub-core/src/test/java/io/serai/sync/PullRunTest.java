package io.serai.sync;

import static io.serai.sync.SyncHome.CONTACTS;
import static io.serai.sync.SyncHome.CRM;
import static io.serai.sync.SyncHome.ORDERS;
import static io.serai.sync.SyncHome.contact;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.spi.Change;
import io.serai.spi.ConnectorException;
import io.serai.spi.Cursor;
import io.serai.spi.Stream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PullRunTest {

    private static final RecordKeys KEYS = new RecordKeys(List.of("id"));

    @AutoClose
    private final SyncHome home;

    private final ListSource crm = new ListSource();

    PullRunTest(@TempDir Path folder) {
        home = new SyncHome(folder);
    }

    @Test
    void every_record_is_read_once_and_the_next_run_starts_behind_the_last() {
        crm.with(contact(1), contact(2), contact(3));
        assertThat(pull(this::ingest).counts()).isEqualTo(Counts.ofRead(3, 0, 0, 0, 0));
        assertThat(pull(this::ingest).counts()).isEqualTo(Counts.NONE);
        crm.with(contact(4));
        assertThat(pull(this::ingest).counts()).isEqualTo(Counts.ofRead(1, 0, 0, 0, 0));
        assertThat(home.profiles.count()).isEqualTo(4);
    }

    @Test
    void a_page_whose_route_failed_after_it_was_stored_is_read_again_and_found_unchanged() {
        crm.with(contact(1), contact(2), contact(3), contact(4));
        RunView failed = pull(page -> {
            ingest(page);
            if (page.last()) {
                throw new IllegalStateException("the step after ingest failed");
            }
        });
        assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
        assertThat(failed.counts()).isEqualTo(Counts.ofRead(2, 0, 0, 0, 0));
        assertThat(home.profiles.count()).isEqualTo(4);
        assertThat(pull(this::ingest).counts()).isEqualTo(Counts.ofRead(0, 2, 0, 0, 0));
    }

    @Test
    void a_source_that_vanishes_keeps_the_pages_before_and_goes_on_from_there() {
        crm.with(contact(1), contact(2), contact(3), contact(4), contact(5));
        crm.before = at("4", () -> {
            throw new ConnectorException(ConnectorException.Kind.TRANSIENT, "crm.example does not answer");
        });
        RunView run = pull(this::ingest);
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.counts()).isEqualTo(Counts.ofRead(4, 0, 0, 0, 0));
        assertThat(run.message()).contains("crm.example does not answer").contains("goes on from there");
        assertThat(crm.calls.stream().filter("4"::equals))
                .as("bounded patience")
                .hasSize(3);
        crm.before = cursor -> {};
        assertThat(pull(this::ingest).counts()).isEqualTo(Counts.ofRead(1, 0, 0, 0, 0));
    }

    @Test
    void a_failure_that_passes_is_waited_for() {
        crm.with(contact(1), contact(2), contact(3));
        int[] failures = {2};
        crm.before = at("2", () -> {
            if (failures[0]-- > 0) {
                throw new ConnectorException(
                        ConnectorException.Kind.RATE_LIMITED, "slow down", Duration.ofMillis(5), null);
            }
        });
        assertThat(pull(this::ingest).counts()).isEqualTo(Counts.ofRead(3, 0, 0, 0, 0));
    }

    @Test
    void a_system_that_asks_for_more_patience_than_there_is_fails_the_run_at_once() {
        crm.with(contact(1));
        crm.before = cursor -> {
            throw new ConnectorException(
                    ConnectorException.Kind.RATE_LIMITED, "come back tomorrow", Duration.ofHours(20), null);
        };
        assertThat(pull(this::ingest).message()).contains("come back tomorrow");
        assertThat(crm.calls).hasSize(1);
    }

    @Test
    void anything_else_that_a_connector_throws_is_its_bug_and_its_words_are_not_repeated() {
        crm.with(contact(1));
        crm.before = cursor -> {
            throw new IllegalArgumentException("token=secret");
        };
        assertThat(pull(this::ingest).message())
                .contains("connector of \"crm\"")
                .contains("bug of the connector")
                .doesNotContain("secret");
    }

    @Test
    void a_lost_cursor_starts_over_and_finds_the_old_records_unchanged() {
        crm.with(contact(1), contact(2), contact(3));
        pull(this::ingest);
        crm.with(contact(4));
        crm.before = at("3", () -> {
            throw new ConnectorException(ConnectorException.Kind.CURSOR_LOST, "unknown token");
        });
        crm.pageSize = 4;
        RunView run = pull(this::ingest);
        assertThat(run.counts()).isEqualTo(Counts.ofRead(1, 3, 0, 0, 0));
        assertThat(run.message()).contains("read from the beginning");
    }

    @Test
    void a_cursor_that_is_lost_over_and_over_fails_the_run() {
        crm.with(contact(1), contact(2), contact(3));
        crm.before = at("2", () -> {
            throw new ConnectorException(ConnectorException.Kind.CURSOR_LOST, "unknown token");
        });
        RunView run = pull(this::ingest);
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.message()).contains("unknown token");
    }

    @Test
    void records_that_the_route_drops_are_counted_as_skipped() {
        crm.with(contact(1), contact(2), contact(3));
        RunView run = pull(page -> home.ingestStep.page(
                page.tallyRun(),
                CONTACTS,
                page.page().body().subList(0, 1),
                KEYS,
                page.page().tally(),
                null));
        assertThat(run.counts()).isEqualTo(Counts.ofRead(2, 0, 0, 1, 0));
    }

    @Test
    void a_record_that_two_mappings_take_is_counted_once() {
        crm.with(contact(1), contact(2));
        RunView run = pull(page -> {
            ingest(page);
            // No order number: the second mapping refuses each.
            home.ingestStep.page(
                    page.tallyRun(),
                    ORDERS,
                    page.page().body(),
                    KEYS,
                    page.page().tally(),
                    null);
        });
        assertThat(run.counts()).isEqualTo(Counts.ofRead(0, 0, 2, 0, 0));
        assertThat(home.profiles.count()).isEqualTo(2);
    }

    @Test
    void what_the_source_could_not_read_is_rejected_with_its_reason_once() {
        crm.with(contact(1));
        crm.changes.add(new Change.Unreadable("contacts.csv:3", "has 2 fields", "x,y"));
        RunView run = pull(this::ingest);
        assertThat(run.counts()).isEqualTo(Counts.ofRead(1, 0, 1, 0, 0));
        home.checkpoints.reset("pull-crm", CRM);
        RunView again = pull(this::ingest);
        assertThat(again.counts()).isEqualTo(Counts.ofRead(0, 1, 1, 0, 0));
        assertThat(home.rejections.open(run.id())).isEmpty();
        assertThat(home.rejections.open(again.id()))
                .extracting(Rejection::key, Rejection::reason, Rejection::payload)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("contacts.csv:3", "has 2 fields", "x,y"));
    }

    @Test
    void a_deletion_deletes() {
        crm.with(contact(1), contact(2));
        crm.changes.add(new Change.Delete("1"));
        RunView run = pull(this::ingest);
        assertThat(run.counts()).isEqualTo(Counts.ofRead(3, 0, 0, 0, 1));
        assertThat(home.profiles.count()).isEqualTo(1);
    }

    @Test
    void a_cancelled_run_stops_after_its_page_and_the_next_one_goes_on() {
        crm.with(contact(1), contact(2), contact(3), contact(4));
        RunView run = pull(page -> {
            ingest(page);
            page.tallyRun().cancel();
        });
        assertThat(run.status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(run.counts()).isEqualTo(Counts.ofRead(2, 0, 0, 0, 0));
        assertThat(pull(this::ingest).counts()).isEqualTo(Counts.ofRead(2, 0, 0, 0, 0));
    }

    @Test
    void a_complete_snapshot_deletes_what_it_did_not_contain_and_keeps_what_the_route_dropped() {
        crm.mode = Stream.ReadMode.SNAPSHOT;
        crm.with(contact(1), contact(2), contact(3));
        pull(this::ingest);
        crm.changes.remove(0);
        RunView run = pull(page -> home.ingestStep.page(
                page.tallyRun(),
                CONTACTS,
                page.page().body().stream()
                        .filter(record -> !"3".equals(record.get("id")))
                        .toList(),
                KEYS,
                page.page().tally(),
                page.page().pass()));
        assertThat(run.counts()).isEqualTo(Counts.ofRead(0, 1, 0, 1, 1));
        assertThat(home.everybody()).extracting(person -> person.get("crm_id")).containsExactly("2", "3");
    }

    @Test
    void an_empty_snapshot_deletes_nothing_and_says_so() {
        crm.mode = Stream.ReadMode.SNAPSHOT;
        crm.with(contact(1), contact(2));
        pull(this::ingest);
        crm.changes.clear();
        RunView run = pull(this::ingest);
        assertThat(run.status()).isEqualTo(RunStatus.DONE);
        assertThat(run.message()).contains("\"crm/contacts\" was empty: nothing was deleted");
        assertThat(home.profiles.count()).isEqualTo(2);
    }

    @Test
    void a_snapshot_with_unreadable_rows_or_without_its_end_deletes_nothing() {
        crm.mode = Stream.ReadMode.SNAPSHOT;
        crm.with(contact(1), contact(2), contact(3));
        pull(this::ingest);
        crm.changes.set(0, new Change.Unreadable("contacts.csv:1", "broken", ""));
        assertThat(pull(this::ingest).message()).contains("were not deleted");
        crm.changes.remove(0);
        crm.pageSize = 1;
        crm.before = at("1", () -> {
            throw new ConnectorException(ConnectorException.Kind.TRANSIENT, "gone");
        });
        assertThat(pull(this::ingest).status()).isEqualTo(RunStatus.FAILED);
        assertThat(home.profiles.count()).isEqualTo(3);
    }

    @Test
    void an_interrupted_snapshot_starts_over() {
        crm.mode = Stream.ReadMode.SNAPSHOT;
        crm.with(contact(1), contact(2), contact(3));
        pull(page -> {
            ingest(page);
            page.tallyRun().cancel();
        });
        assertThat(pull(this::ingest).counts()).isEqualTo(Counts.ofRead(1, 2, 0, 0, 0));
    }

    @Test
    void the_next_page_is_read_while_the_current_one_is_processed() {
        crm.with(contact(1), contact(2), contact(3));
        RunView run = pull(page -> {
            if (!page.last()) {
                await(() -> crm.calls.contains("2"));
            }
            ingest(page);
        });
        assertThat(run.counts()).isEqualTo(Counts.ofRead(3, 0, 0, 0, 0));
        assertThat(crm.calls).containsExactly("", "2");
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long until = System.nanoTime() + 5_000_000_000L;
        while (!condition.getAsBoolean() && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private record Step(Run tallyRun, PulledPage page) {
        boolean last() {
            return page.last();
        }
    }

    private void ingest(Step step) {
        home.ingestStep.page(
                step.tallyRun(),
                CONTACTS,
                step.page().body(),
                KEYS,
                step.page().tally(),
                step.page().pass());
    }

    private RunView pull(Consumer<Step> route) {
        crm.calls.clear();
        Run run = home.runs.start("pull-crm", RunRequest.send(Trigger.COMMAND));
        try (PullRun pull =
                new PullRun(home.pullParts, run, CRM, crm, crm.streams().get(0))) {
            Optional<PulledPage> page = pull.next();
            while (page.isPresent()) {
                route.accept(new Step(run, page.get()));
                pull.done(page.get());
                page = pull.next();
            }
            pull.complete();
            return run.finish(pull.ended() ? RunStatus.DONE : RunStatus.INTERRUPTED, null);
        } catch (RuntimeException e) {
            return run.fail(e);
        }
    }

    private static Consumer<Cursor> at(String cursor, Runnable what) {
        return after -> {
            if (after.value().equals(cursor)) {
                what.run();
            }
        };
    }
}
