package io.serai.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Edits while a route sends people away again and again. */
class LivePushTest {

    private static final String RUNS = "SELECT count(*) FROM run WHERE route = 'send'";

    @TempDir
    private Path folder;

    @AutoClose
    private WatchedHome home;

    private final List<String> meanwhile = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() {
        home = new WatchedHome(folder).sharing();
        home.deliver("customers-1.csv", """
                id,email,city,town
                S1,ann@shop.test,Leeds,
                S2,ann@shop.test,Bath,Upper Bath
                S3,ann@shop.test,Bath,Upper Bath
                """);
        home.deliver(
                "orders-1.csv",
                "number,customer,at,total\n1,S1,2024-01-01T10:00:00Z,60\n2,S1,2024-02-01T10:00:00Z,50\n");
        home.files.config("mappings/people.yaml", """
                from: profile
                to: out/people
                match: id
                fields: { id: profile_id, city: city, spent: spent }
                """).file("routes/send.camel.yaml", """
                - route:
                    id: send
                    from:
                      uri: hub:profiles
                      parameters: { every: 100ms }
                      steps:
                        - to: { uri: hub:push/out/people, parameters: { mapping: people, mode: upsert } }
                """);
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                Arguments.of(
                        "config/mappings/customers.yaml",
                        WatchedHome.CUSTOMERS.replace("city: city", "city: town"),
                        "Upper Bath,110"),
                Arguments.of("config/traits.yaml", "spent: { maximum: order.total }\n", "Leeds,60"),
                Arguments.of("config/identity.yaml", """
                        identifiers: [{ name: shop_id, per_profile: 5 }, { name: email, normalise: email }]
                        matching: off
                        survivorship: { city: most_frequent }
                        """, ",Bath,110"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void nothing_is_sent_between_an_edit_and_the_end_of_what_it_derives_again(String file, String text, String sent)
            throws Exception {
        home.start();
        home.run("customers");
        home.run("orders");
        WatchedHome.await("Leeds to be sent", () -> out().contains("Leeds,110"));
        home.awaitRuns("send", 2);
        home.whileDeriving(() -> {
            meanwhile.add(home.value(RUNS) + out());
            pauseForSeveralBeats();
            meanwhile.add(home.value(RUNS) + out());
        });
        home.save(file, text);
        home.hears("in effect");
        assertThat(meanwhile)
                .as("what was sent while people were derived again")
                .hasSizeGreaterThan(1);
        assertThat(meanwhile.stream().distinct()).as("runs and what they sent").hasSize(1);
        assertThat(meanwhile.get(0)).contains("Leeds,110");
        WatchedHome.await("for what it means now", () -> out().contains(sent));
    }

    private static void pauseForSeveralBeats() {
        try {
            Thread.sleep(600);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String out() {
        Path file = folder.resolve("data/out/people.csv");
        return Files.exists(file) ? home.files.text("data/out/people.csv") : "";
    }
}
