package io.serai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events of a real merge go to files by a route whose process is killed between a page and its checkpoint. */
class IdentityEventCrashTest {

    @TempDir
    private Path folder;

    private TestHome home;

    private void route(String lastStep) {
        home.file("routes/events.camel.yaml", """
                - route:
                    id: events
                    from:
                      uri: hub:identity
                      parameters: { kinds: merge }
                      steps:
                        - marshal: { json: {} }
                        - to:
                            uri: file:data/events
                            parameters: { fileName: "${header.HubRun}.json" }
                %s
                """.formatted(lastStep.indent(8)));
    }

    private boolean written(long run) {
        return Files.exists(home.path("data/events/" + run + ".json"));
    }

    @Test
    void events_whose_page_was_not_finished_come_again_after_the_kill() throws Exception {
        home = Homes.shop(folder);
        home.file("data/shop/customers.csv", "id,email,name,news\nS1,ann@x.test,Ann,yes\nS2,ben@x.test,Ann,yes\n");
        home.sync("customers");
        home.file("data/shop/customers.csv", "id,email,name,news\nS1,ann@x.test,Ann,yes\nS2,ann@x.test,Ann,yes\n");
        home.sync("customers");
        route("- delay: { constant: 600000 }");
        try (HubProcess hub = HubProcess.start(folder, "sync", "events")) {
            for (int wait = 0; wait < 1200 && !written(3) && hub.isAlive(); wait++) {
                Thread.sleep(50);
            }
            assertThat(written(3)).as("the page was being processed").isTrue();
            hub.kill();
        }
        assertThat(home.rows("SELECT cursor FROM checkpoint WHERE stream = 'hub/identity'"))
                .isEmpty();
        route("- log: done");
        assertThat(home.sync("events").counts().read()).isEqualTo(1);
        assertThat(home.text("data/events/4.json"))
                .isEqualTo(home.text("data/events/3.json"))
                .contains("\"merge\"");
        assertThat(home.sync("events").counts().read()).isZero();
        try (Stream<Path> files = Files.list(home.path("data/events"))) {
            assertThat(files).hasSize(2);
        }
    }
}
