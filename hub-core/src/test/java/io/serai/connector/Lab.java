package io.serai.connector;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.serai.camel.CamelHttpTransport;
import io.serai.config.ConnectorFile;
import io.serai.config.Problem;
import io.serai.config.Problems;
import io.serai.spi.ConnectorException;
import io.serai.spi.Cursor;
import io.serai.spi.Mutation;
import io.serai.spi.Op;
import io.serai.spi.Outcome;
import io.serai.spi.Page;
import io.serai.spi.Stream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.impl.DefaultCamelContext;

/** A real HTTP server, the hub's real transport, and a clock that tests can read and nobody waits for. */
final class Lab implements AutoCloseable {

    final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    final Clock clock = new Clock();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final CamelHttpTransport transport;

    Lab() {
        server.start();
        camel.start();
        transport = new CamelHttpTransport(camel, Duration.ofSeconds(5));
    }

    HttpTransport transport() {
        return transport;
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    static ConnectorDefinition definition(String yaml) {
        Problems problems = new Problems();
        Optional<ConnectorDefinition> definition =
                ConnectorFile.read("connector.yaml", yaml.getBytes(StandardCharsets.UTF_8), problems);
        return definition.orElseThrow(() -> new AssertionError(String.join(
                "\n", problems.sorted().stream().map(Problem::toString).toList())));
    }

    DeclarativeConnector open(ConnectorDefinition definition, Map<String, Object> settings) {
        return open(definition, settings, Optional.empty());
    }

    DeclarativeConnector open(ConnectorDefinition definition, Map<String, Object> settings, Optional<RateLimit> limit) {
        return new DeclarativeFactory(definition).open(new ConnectionSettings("lab", settings, limit), host(), clock);
    }

    ConnectorHost host() {
        return new ConnectorHost(
                Path.of("."), ZoneOffset.UTC, () -> transport, type -> null, Patience.USUAL, () -> false);
    }

    static List<Page> readAll(DeclarativeConnector connector, String stream) {
        return readFrom(connector, stream, Cursor.START);
    }

    static List<Page> readFrom(DeclarativeConnector connector, String stream, Cursor start) {
        List<Page> pages = new ArrayList<>();
        Cursor cursor = start;
        do {
            pages.add(connector.read(stream(connector, stream), cursor));
            cursor = pages.get(pages.size() - 1).next();
        } while (!pages.get(pages.size() - 1).last());
        return pages;
    }

    static List<String> keys(List<Page> pages) {
        return pages.stream()
                .flatMap(page -> page.changes().stream())
                .map(change -> change.key())
                .toList();
    }

    static Stream stream(DeclarativeConnector connector, String name) {
        return connector.streams().stream()
                .filter(stream -> stream.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Mutation mutation(Op op, String match, String remoteId, Map<String, Object> fields) {
        return new Mutation("m-" + match, op, match, remoteId, new LinkedHashMap<>(fields), Map.of());
    }

    static Map<String, Outcome> byId(List<Outcome> outcomes) {
        Map<String, Outcome> byId = new LinkedHashMap<>();
        outcomes.forEach(outcome -> byId.put(outcome.id(), outcome));
        return byId;
    }

    static ConnectorException failure(Runnable action) {
        try {
            action.run();
        } catch (ConnectorException e) {
            return e;
        }
        throw new AssertionError("nothing was refused");
    }

    @Override
    public void close() {
        transport.close();
        camel.stop();
        server.stop();
    }

    /** Time passes only when somebody waits. */
    static final class Clock implements Waiting {

        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        final List<Duration> pauses = new ArrayList<>();

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void pause(Duration time) {
            pauses.add(time);
            now = now.plus(time);
        }
    }
}
