package io.serai.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.store.SqliteRuns;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {

    @TempDir
    private Path folder;

    @AutoClose
    private SyncHome home;

    @BeforeEach
    void open() {
        home = new SyncHome(folder);
    }

    @Test
    void a_route_runs_once_at_a_time_and_others_beside_it() {
        Run first = home.runs.start("shop", RunRequest.send(Trigger.SCHEDULE));
        assertThatThrownBy(() -> home.runs.start("shop", RunRequest.send(Trigger.COMMAND)))
                .isInstanceOf(RunRefused.class)
                .hasMessage(
                        "The route \"shop\" is already running (run 1). Wait until it has finished; hub runs 1 shows"
                                + " how far it is.");
        home.runs.start("till", RunRequest.send(Trigger.COMMAND));
        first.finish(RunStatus.DONE, null);
        assertThat(home.runs.start("shop", RunRequest.send(Trigger.COMMAND)).id())
                .isEqualTo(3);
        assertThat(home.runs.list("shop", 10)).extracting(RunView::id).containsExactly(3L, 1L);
    }

    @Test
    void a_run_of_a_dead_process_is_interrupted_and_keeps_its_counts() {
        Run run = home.runs.start("shop", RunRequest.send(Trigger.SCHEDULE));
        run.add(Counts.ofRead(5, 2, 1, 0, 0));
        home.close();
        home = new SyncHome(folder);
        assertThat(home.runs.recover()).isEqualTo(1);
        RunView dead = home.runs.get(run.id()).orElseThrow();
        assertThat(dead.status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(dead.counts()).isEqualTo(Counts.ofRead(5, 2, 1, 0, 0));
        assertThat(dead.finished()).isNotNull();
        assertThat(dead.message()).contains("The next run goes on from there");
        assertThat(home.runs.recover()).isZero();
    }

    @Test
    void counts_of_work_that_was_undone_are_undone_too() {
        Run run = home.runs.start("shop", RunRequest.send(Trigger.SCHEDULE));
        assertThatThrownBy(() -> home.transactions.inOne(() -> {
                    run.add(Counts.ofRead(5, 0, 0, 0, 0));
                    throw new IllegalStateException("the page failed");
                }))
                .hasMessage("the page failed");
        assertThat(run.finish(RunStatus.FAILED, "it failed").counts()).isEqualTo(Counts.NONE);
    }

    @Test
    void the_first_end_counts_and_notes_come_before_the_message() {
        Run run = home.runs.start("shop", RunRequest.send(Trigger.SCHEDULE));
        run.note("It was empty.");
        run.note("It was empty.");
        assertThat(run.finish(RunStatus.FAILED, "It failed.").message()).isEqualTo("It was empty. It failed.");
        assertThat(run.finish(RunStatus.DONE, null).status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void runs_rejections_and_plans_are_forgotten_when_they_are_old() {
        home.keepPeople(1, 2);
        home.push(new MemorySink(), SyncHome.options(Mode.UPSERT));
        Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(91)), ZoneOffset.UTC);
        Runs runs = new Runs(new SqliteRuns(home.database), later, Duration.ofDays(90));
        runs.start("shop", RunRequest.send(Trigger.SCHEDULE)).finish(RunStatus.DONE, null);
        assertThat(runs.list(null, 10)).extracting(RunView::route).containsExactly("shop");
        assertThat(home.plans.list(10)).isEmpty();
        assertThat(home.plans.rows(1, -1, 0, 10)).isEmpty();
        assertThat(home.ledger.contents(1).held().cardinality())
                .as("what destinations hold is never forgotten")
                .isEqualTo(2);
    }

    @Test
    void a_run_prints_the_object_of_the_contract() {
        Run run = home.runs.start("shop", RunRequest.send(Trigger.COMMAND));
        run.add(Counts.ofRead(1, 2, 3, 4, 0));
        assertThat(run.finish(RunStatus.DONE, null).json(Instant.now()).keySet())
                .containsAll(List.of(
                        "run",
                        "route",
                        "status",
                        "read",
                        "stored",
                        "unchanged",
                        "rejected",
                        "planned",
                        "sent",
                        "deferred",
                        "held",
                        "seconds"));
    }
}
