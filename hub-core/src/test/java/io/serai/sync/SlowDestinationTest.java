package io.serai.sync;

import static io.serai.sync.SyncHome.options;
import static io.serai.sync.SyncHome.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.record.StreamName;
import io.serai.spi.Mutation;
import io.serai.spi.Outcome;
import io.serai.spi.Sink;
import io.serai.spi.Stream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A destination that takes as long as it likes. Nothing here measures time: what waits for ever fails after a minute. */
class SlowDestinationTest {

    private static final StreamName OTHER = StreamName.parse("paper/letters");

    @TempDir
    private Path folder;

    @AutoClose
    private SyncHome home;

    private final MemorySink fast = new MemorySink();
    private final Slow slow = new Slow();

    @BeforeEach
    void open() {
        home = new SyncHome(folder);
        home.keepPeople(1, 5);
    }

    @Test
    void another_route_delivers_everything_while_one_waits_for_its_destination() throws Exception {
        CompletableFuture<RunView> waiting = CompletableFuture.supplyAsync(() -> push("to-slow", target(slow), OTHER));
        slow.asked.await(1, TimeUnit.MINUTES);
        assertThat(push("to-fast", target(fast), SyncHome.MAIL).counts()).isEqualTo(Counts.ofPush(5, 5, 0, 0, 0));
        assertThat(waiting).isNotDone();
        slow.free.countDown();
        assertThat(waiting.get(1, TimeUnit.MINUTES).counts()).isEqualTo(Counts.ofPush(5, 5, 0, 0, 0));
    }

    @Test
    void a_record_comes_in_while_a_destination_is_waited_for() throws Exception {
        CompletableFuture<RunView> waiting = CompletableFuture.supplyAsync(() -> push("to-slow", target(slow), OTHER));
        slow.asked.await(1, TimeUnit.MINUTES);
        home.keepPeople(6, 6);
        assertThat(home.everybody()).hasSize(6);
        assertThat(waiting).isNotDone();
        slow.free.countDown();
        assertThat(waiting.get(1, TimeUnit.MINUTES).counts()).isEqualTo(Counts.ofPush(5, 5, 0, 0, 0));
    }

    @Test
    void other_steps_of_the_same_route_end_while_one_waits() throws Exception {
        Run run = home.runs.start("to-both", RunRequest.send(Trigger.COMMAND));
        try (PushSession first = home.begin(run, named(target(slow), OTHER), options(Mode.UPSERT));
                PushSession second = home.begin(run, target(fast), options(Mode.UPSERT))) {
            first.stage(home.everybody());
            second.stage(home.everybody());
            CompletableFuture<List<PushResult>> both =
                    CompletableFuture.supplyAsync(() -> new PushGroup(List.of(first, second)).complete());
            slow.asked.await(1, TimeUnit.MINUTES);
            while (home.runs.get(run.id()).orElseThrow().counts().sent() < 5) {
                Thread.onSpinWait();
            }
            assertThat(both).isNotDone();
            slow.free.countDown();
            assertThat(both.get(1, TimeUnit.MINUTES))
                    .extracting(PushResult::status)
                    .containsExactly(RunStatus.DONE, RunStatus.DONE);
        }
        assertThat(run.finish(RunStatus.DONE, null).counts()).isEqualTo(Counts.ofPush(10, 10, 0, 0, 0));
    }

    private RunView push(String route, PushTarget target, StreamName name) {
        return home.push(
                route, RunRequest.send(Trigger.COMMAND), named(target, name), options(Mode.UPSERT), home.everybody());
    }

    private static PushTarget named(PushTarget target, StreamName name) {
        return new PushTarget(name, target.sink(), target.stream(), target.mapping(), target.mapper());
    }

    /** Answers only when it is let. */
    private static final class Slow implements Sink {

        private final MemorySink behind = new MemorySink();
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch free = new CountDownLatch(1);

        @Override
        public void check() {}

        @Override
        public List<Stream> streams() {
            return behind.streams();
        }

        @Override
        public List<Outcome> write(Stream stream, List<Mutation> batch) {
            asked.countDown();
            try {
                if (!free.await(1, TimeUnit.MINUTES)) {
                    throw new IllegalStateException("nobody let it answer");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return behind.write(stream, batch);
        }
    }
}
