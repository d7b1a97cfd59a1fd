package io.serai.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.camel.CamelHttpTransport;
import io.serai.config.ConnectorFile;
import io.serai.connector.ConnectionSettings;
import io.serai.connector.ConnectorHost;
import io.serai.connector.ConnectorRegistry;
import io.serai.connector.Patience;
import io.serai.connector.RateLimit;
import io.serai.spi.Change;
import io.serai.spi.Connector;
import io.serai.spi.Cursor;
import io.serai.spi.Mutation;
import io.serai.spi.Op;
import io.serai.spi.Outcome;
import io.serai.spi.Page;
import io.serai.spi.Sink;
import io.serai.spi.Source;
import io.serai.spi.Stream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo runs on the connectors as they are, so its fakes must understand them. */
class ConnectorsMeetFakesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path home;

    @Test
    void the_shop_is_read_completely_in_spite_of_its_bad_moments() throws Exception {
        DemoHome.lay(home);
        try (DemoSystems systems = DemoSystems.start(home, CLOCK);
                Lab lab = new Lab()) {
            Source shop = (Source) lab.open(
                    "shopify",
                    Map.of("store", "bramble-co", "token", FakeShop.TOKEN, "base_url", address(systems.shop())));
            assertThat(keys(shop, "customers"))
                    .hasSize(systems.data().customers().size())
                    .doesNotHaveDuplicates();
            List<Change> orders = changes(shop, "orders");
            assertThat(orders).hasSize(systems.data().orders().size());
            assertThat(keys(shop, "products")).hasSize(Vocabulary.PRODUCTS.size());
            assertThat(systems.shop().faults()).isEqualTo(2);
        }
    }

    @Test
    void mail_takes_people_says_why_not_and_takes_a_tag_off() throws Exception {
        DemoHome.lay(home);
        try (DemoSystems systems = DemoSystems.start(home, CLOCK);
                Lab lab = new Lab()) {
            Connector mail = lab.open(
                    "mailchimp",
                    Map.of(
                            "data_center",
                            "us1",
                            "list",
                            FakeMail.LIST,
                            "api_key",
                            FakeMail.KEY,
                            "base_url",
                            address(systems.mail())));
            assertThat(keys((Source) mail, "members"))
                    .hasSize(systems.data().members().size());
            Stream members = stream(mail, "members");
            String known = systems.data().members().get(0).email();
            List<Outcome> outcomes = ((Sink) mail)
                    .write(
                            members,
                            List.of(
                                    upsert("1", "new@mail.example"),
                                    upsert("2", known),
                                    upsert("3", "slip@mial.example")));
            assertThat(outcomes).hasSize(3);
            assertThat(outcomes.stream().filter(Outcome.Rejected.class::isInstance))
                    .singleElement()
                    .satisfies(outcome ->
                            assertThat(((Outcome.Rejected) outcome).why()).contains(FakeMail.LOOKS_FAKE));
            String id = outcomes.stream()
                    .filter(outcome -> outcome.id().equals("1"))
                    .map(outcome -> ((Outcome.Written) outcome).remoteId())
                    .findFirst()
                    .orElseThrow();
            Mutation untag = new Mutation("4", Op.UNTAG, "new@mail.example", id, Map.of("tag", "vip"), Map.of());
            assertThat(((Sink) mail).write(members, List.of(untag)))
                    .singleElement()
                    .isInstanceOf(Outcome.Written.class);
        }
    }

    private static Mutation upsert(String id, String match) {
        return new Mutation(
                id, Op.UPSERT, match, null, Map.of("email_address", match, "FNAME", "Ada", "tag", "vip"), Map.of());
    }

    private static List<String> keys(Source source, String stream) {
        return changes(source, stream).stream().map(Change::key).toList();
    }

    private static List<Change> changes(Source source, String name) {
        List<Change> changes = new ArrayList<>();
        Cursor cursor = Cursor.START;
        Page page;
        do {
            page = source.read(stream(source, name), cursor);
            changes.addAll(page.changes());
            cursor = page.next();
        } while (!page.last());
        return changes;
    }

    private static Stream stream(Connector connector, String name) {
        return connector.streams().stream()
                .filter(stream -> stream.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String address(LoopbackServer server) {
        return "http://127.0.0.1:" + server.port();
    }

    /** The hub's own registry and transport. */
    private final class Lab implements AutoCloseable {

        private final DefaultCamelContext camel = new DefaultCamelContext();
        private final CamelHttpTransport transport;

        Lab() {
            camel.start();
            transport = new CamelHttpTransport(camel, Duration.ofSeconds(5));
        }

        Connector open(String connector, Map<String, Object> settings) {
            return ConnectorRegistry.load(Optional.of(DemoHome.repository()), home, new ConnectorFile())
                    .find(connector)
                    .orElseThrow()
                    .open(
                            new ConnectionSettings("demo", settings, RateLimit.parse("500/s")),
                            new ConnectorHost(
                                    home, ZoneOffset.UTC, () -> transport, type -> null, Patience.USUAL, () -> false));
        }

        @Override
        public void close() {
            transport.close();
            camel.stop();
        }
    }
}
