package io.serai.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.sync.RunRefused;
import io.serai.sync.RunRequest;
import io.serai.sync.RunStatus;
import io.serai.sync.RunView;
import io.serai.sync.Trigger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleTest {

    @TempDir
    private Path folder;

    @AutoClose
    private TestHome home;

    @BeforeEach
    void open() {
        home = new TestHome(folder);
        for (int n = 1; n <= 7; n++) {
            home.streams.add("S" + n, "id", "S" + n, "email", "p" + n + "@shop.test");
        }
    }

    @Test
    void every_runs_soon_after_the_start_and_again() throws Exception {
        home.routes("customers", route("every: 200ms")).start();
        await(() -> finished() >= 2);
        assertThat(home.lastRun("customers").trigger()).isEqualTo(Trigger.SCHEDULE);
        assertThat(home.emails()).hasSize(7);
    }

    @Test
    void cron_runs_by_quartz() throws Exception {
        home.routes("customers", route("cron: \"0/1 * * * * ?\"")).start();
        await(() -> finished() >= 2);
    }

    @Test
    void camels_own_scheduler_options_work() throws Exception {
        home.routes("customers", route("delay: 100, initialDelay: 10, repeatCount: 1"))
                .start();
        await(() -> finished() == 1);
        Thread.sleep(500);
        assertThat(finished()).isEqualTo(1);
    }

    @Test
    void quartz_said_in_camels_words_works_too() throws Exception {
        home.routes("customers", route("scheduler: quartz, scheduler.cron: \"0/1 * * * * ?\""))
                .start();
        await(() -> finished() >= 1);
    }

    @Test
    void without_a_schedule_a_route_runs_when_it_is_asked() throws Exception {
        HubCamel camel = home.routes("customers", route("")).start();
        Thread.sleep(1500);
        assertThat(home.runs.list("customers", 5)).isEmpty();
        RunView run = camel.runOnce("customers", RunRequest.send(Trigger.COMMAND));
        assertThat(run.counts().stored()).isEqualTo(7);
        assertThat(camel.runOnce("customers", RunRequest.send(Trigger.COMMAND))
                        .counts()
                        .read())
                .isZero();
    }

    @Test
    void one_run_of_a_scheduled_route_starts_no_schedule() throws Exception {
        home.routes("customers", route("every: 10ms")).sync("customers");
        assertThat(home.runs.list("customers", 5)).hasSize(1);
    }

    @Test
    void two_routes_may_start_at_the_same_stream_each_by_its_schedule() throws Exception {
        home.routes("customers", route("cron: \"0/1 * * * * ?\""))
                .routes("copy", route("cron: \"0/1 * * * * ?\"").replace("id: customers", "id: copy"))
                .start();
        await(() -> finished() >= 1 && !home.runs.list("copy", 1).isEmpty());
    }

    @Test
    void two_schedules_are_one_too_many() {
        home.routes("customers", route("every: 1h, cron: \"0 0 2 * * ?\""));
        assertThatThrownBy(home::start).hasMessageContaining("two schedules");
    }

    @Test
    void no_two_runs_of_a_route_overlap() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        home.streams.beforePage = () -> {
            reading.countDown();
            hold(go);
        };
        HubCamel camel = home.routes("customers", route("every: 20ms")).start();
        assertThat(reading.await(20, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> camel.runOnce("customers", RunRequest.send(Trigger.COMMAND)))
                .isInstanceOf(RunRefused.class)
                .hasMessageContaining("already running");
        go.countDown();
        await(() -> finished() >= 1);
    }

    @Test
    void stopping_lets_the_page_under_way_finish_and_the_next_run_goes_on() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        home.streams.pageSize = 1;
        home.streams.beforePage = () -> {
            if (home.emails().size() >= 2) {
                reading.countDown();
                hold(go);
            }
        };
        home.routes("customers", route("every: 1h, initialDelay: 10")).start();
        assertThat(reading.await(20, TimeUnit.SECONDS)).isTrue();
        Thread opener = new Thread(() -> {
            sleep(300);
            go.countDown();
        });
        opener.start();
        home.stopRoutes();
        RunView run = home.lastRun("customers");
        assertThat(run.status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(run.counts().read()).isBetween(2L, 5L);
        home.streams.beforePage = () -> {};
        home.routes("customers", route("")).sync("customers");
        assertThat(home.emails()).hasSize(7);
    }

    private long finished() {
        return home.runs.list("customers", 100).stream()
                .filter(run -> run.status() == RunStatus.DONE)
                .count();
    }

    private static String route(String parameters) {
        return """
                - route:
                    id: customers
                    from:
                      uri: hub:pull/shop/customers
                      parameters: { PARAMETERS }
                      steps:
                        - to: { uri: hub:ingest/shop-customers }
                """.replace("PARAMETERS", parameters);
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(BooleanSupplier until) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(40));
        while (!until.getAsBoolean()) {
            assertThat(Instant.now()).as("patience").isBefore(end);
            Thread.sleep(30);
        }
    }
}
