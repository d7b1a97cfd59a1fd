package io.serai.camel;

import io.serai.profile.Ingest;
import io.serai.record.Mapping;
import io.serai.record.SourceRecord;
import io.serai.sync.BodyFormat;
import io.serai.sync.Counts;
import io.serai.sync.RecordKeys;
import io.serai.sync.Run;
import io.serai.sync.SyncException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Takes in what a step delivers, for the run of the page it came from, or for a run of its own. */
final class HubIngestProducer extends DefaultProducer {

    private final HubIngestEndpoint endpoint;
    private final HubServices services;
    private final MessageRuns messages;
    private Mapping mapping;
    private RecordKeys keys;

    HubIngestProducer(HubIngestEndpoint endpoint, HubServices services, MessageRuns messages) {
        super(endpoint);
        this.endpoint = endpoint;
        this.services = services;
        this.messages = messages;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        mapping = endpoint.mapping();
        keys = endpoint.keys(mapping);
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        HubPass pass = HubPass.of(exchange);
        Counts counts = pass == null ? message(exchange) : take(exchange, pass.run(), pass);
        exchange.getMessage().setHeader("HubStored", counts.stored());
        exchange.getMessage().setHeader("HubUnchanged", counts.unchanged());
        exchange.getMessage().setHeader("HubRejected", counts.rejected());
    }

    private Counts message(Exchange exchange) throws Exception {
        String route = exchange.getFromRouteId();
        boolean whole = !isRecords(exchange.getMessage().getBody());
        Run run = messages.enter(route);
        Throwable failure = null;
        try {
            return take(exchange, run, null);
        } catch (Exception | Error e) {
            failure = e;
            throw e;
        } finally {
            messages.leave(route, failure, whole);
        }
    }

    private Counts take(Exchange exchange, Run run, HubPass pass) throws Exception {
        Object body = exchange.getMessage().getBody();
        if (isRecords(body)) {
            Object records = new FieldValues(exchange, Sentences.name(endpoint)).plain(body);
            return pass != null && pass.page() != null
                    ? ofPage(run, pass, records)
                    : services.ingest().message(run, mapping, records, keys);
        }
        BodyFormat format = endpoint.format()
                .orElseThrow(() -> new SyncException("\"" + Sentences.name(endpoint)
                        + "\" takes records: a map, or a list of maps. The step before gave "
                        + (body == null ? "nothing" : body.getClass().getSimpleName())
                        + "; say what its bytes are with \"format\": csv, jsonl or json."));
        try (InputStream bytes = bytes(exchange, body)) {
            return services.ingest().body(run, mapping, bytes, format, keys);
        }
    }

    private Counts ofPage(Run run, HubPass pass, Object body) {
        return counts(
                body,
                services.ingest()
                        .page(
                                run,
                                mapping,
                                body,
                                keys,
                                pass.page().tally(),
                                pass.page().pass()));
    }

    /** Records without a key are in no result: they were refused. */
    private static Counts counts(Object body, List<Ingest.Result> results) {
        long stored = results.stream()
                .filter(result -> result.status() == Ingest.Status.STORED)
                .count();
        long unchanged = results.stream()
                .filter(result -> result.status() == Ingest.Status.UNCHANGED)
                .count();
        long all = body instanceof List<?> list ? list.size() : 1;
        return Counts.ofRead(stored, unchanged, all - stored - unchanged, 0, 0);
    }

    private static boolean isRecords(Object body) {
        return body instanceof Map || body instanceof List || body instanceof SourceRecord;
    }

    private static InputStream bytes(Exchange exchange, Object body) throws Exception {
        if (body instanceof byte[] array) {
            return new ByteArrayInputStream(array);
        }
        if (body instanceof String text) {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
        return exchange.getMessage().getMandatoryBody(InputStream.class);
    }
}
