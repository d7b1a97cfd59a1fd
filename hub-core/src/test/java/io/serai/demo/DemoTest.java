package io.serai.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.Hub;
import io.serai.HubHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

    @TempDir
    Path home;

    @Test
    void the_repository_is_a_home_without_a_mistake() {
        HubHome repository = HubHome.load(DemoHome.repository(), Optional.of(DemoHome.repository()));
        assertThat(repository.checked().problems()).isEmpty();
    }

    @Test
    void the_story_adds_up_and_the_second_time_nothing_changes() throws IOException {
        DemoHome.lay(home);
        Map<String, String> before = filesOutsideData();

        Listener first = new Listener();
        DemoFigures figures = run(first);

        RetailData data = new RetailGenerator(java.time.LocalDate.now(java.time.ZoneOffset.UTC)).generate();
        assertThat(figures.records())
                .as("all but the two that the till spoilt, and those whom the mail service learned of")
                .isBetween(data.records() - 2L, data.records() + figures.sent());
        assertThat(figures.planned()).isEqualTo(figures.sent() + figures.rejected() + figures.held());
        assertThat(figures.sent()).isPositive();
        assertThat(figures.rejected()).isPositive();
        assertThat(figures.held()).isPositive();
        assertThat(figures.merged()).isGreaterThan(500);
        assertThat(figures.unchanged()).isZero();
        assertThat(known(data.twice()))
                .as("of 41 people whom no identifier links")
                .isGreaterThanOrEqualTo(10);
        assertThat(first.story())
                .contains("Josephine Hardcastle")
                .contains("are alike: ")
                .contains("wait for a person (hub review list)")
                .contains("households of two or more")
                .contains("Philippa Thornley")
                .contains("share loyalty")
                .contains("belongs to 4 people")
                .contains("cards of 37 people")
                .contains("has no name")
                .contains(FakeMail.LOOKS_FAKE)
                .contains("permanently deleted")
                .contains("consent for email is denied")
                .contains("\"see receipt\" is not a number")
                .contains("changed, 0 people sent");
        assertThat(Files.readAllLines(home.resolve("data/out/vips.csv"))).hasSizeGreaterThan(50);

        byte[] export = Files.readAllBytes(home.resolve("data/out/vips.csv"));
        String members = Files.readString(home.resolve("data/demo/mail.json"));
        Listener second = new Listener();
        DemoFigures again = run(second);

        assertThat(again.sent()).isZero();
        assertThat(again.rejected()).isZero();
        assertThat(again.records()).isEqualTo(figures.records());
        assertThat(again.profiles()).isEqualTo(figures.profiles());
        assertThat(again.merged()).isEqualTo(figures.merged());
        assertThat(again.planned()).isEqualTo(again.held());
        assertThat(again.unchanged()).isEqualTo(figures.sent() + figures.rejected());
        assertThat(second.story()).contains("nothing had changed, so nothing was stored or sent");
        assertThat(Files.readAllBytes(home.resolve("data/out/vips.csv"))).isEqualTo(export);
        assertThat(Files.readString(home.resolve("data/demo/mail.json"))).isEqualTo(members);
        assertThat(filesOutsideData()).isEqualTo(before);
    }

    private long known(List<RetailData.Twice> twice) {
        try (Hub hub = Hub.reading(HubHome.load(home, Optional.of(DemoHome.repository())))) {
            return twice.stream()
                    .filter(one -> id(hub, one.one()) == id(hub, one.other()))
                    .count();
        }
    }

    private static long id(Hub hub, String identifier) {
        return hub.people().find(identifier, 1).get(0).id();
    }

    private DemoFigures run(Listener listener) {
        HubHome checked = HubHome.load(home, Optional.of(DemoHome.repository()));
        assertThat(checked.checked().problems()).isEmpty();
        try (Demo demo = Demo.start(checked, listener)) {
            return demo.tell();
        }
    }

    private Map<String, String> filesOutsideData() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!home.relativize(file).startsWith("data")) {
                    files.put(home.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return files;
    }

    private static final class Listener implements Teller {

        private final List<String> lines = new ArrayList<>();

        /** The story on one line: where lines are broken does not matter. */
        String story() {
            return String.join(" ", lines).replaceAll("\\s+", " ");
        }

        @Override
        public void line(String text) {
            lines.add(text);
        }

        @Override
        public void progress(String text) {}

        @Override
        public void say(String text) {}

        @Override
        public String strong(String text) {
            return text;
        }

        @Override
        public String faint(String text) {
            return text;
        }
    }
}
