package io.serai.sync;

import io.serai.profile.Ingest;
import io.serai.record.Mapping;
import io.serai.record.Payload;
import io.serai.record.RecordHash;
import io.serai.record.SourceRecord;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code hub:ingest}: takes records into the store, and keeps those that are refused with their reasons. For any thread. */
public final class IngestStep {

    /** How the stand-in for a key begins that a refused record did not have. */
    static final String NO_KEY = "no key ";

    private final Ingest ingest;
    private final Rejections rejections;
    private final Transactions transactions;
    private final Clock clock;

    public IngestStep(Ingest ingest, Rejections rejections, Transactions transactions, Clock clock) {
        this.ingest = ingest;
        this.rejections = rejections;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Takes in what a step delivers, in one transaction together with the rejections. Reports each record to the tally; the
     * tally's owner counts it ({@link PullRun#done}, or {@link Run#add} with {@link PageTally#counts}).
     *
     * @param body a record or a list of them: {@link SourceRecord}, {@link PulledRecord} or another map of fields
     * @param keys makes the keys of records that bring none
     * @param pass of the page that the body came from; null when it came from no snapshot
     * @throws SyncException when the body is something else
     */
    public List<Ingest.Result> page(
            Run run, Mapping mapping, Object body, RecordKeys keys, PageTally tally, SnapshotPass pass) {
        List<SourceRecord> records = new ArrayList<>();
        List<Rejection> refused = new ArrayList<>();
        for (Object item : body instanceof List<?> list ? list : List.of(body)) {
            Optional<SourceRecord> record = record(mapping, item, keys);
            if (record.isPresent()) {
                records.add(record.get());
            } else {
                refused.add(keyless(run, mapping, item, keys));
            }
        }
        List<Ingest.Result> results = transactions.inOne(() -> store(run, mapping, records, refused, pass));
        refused.forEach(row -> tally.report(row.key(), false, Ingest.Status.REJECTED));
        results.forEach(
                result -> tally.report(result.record().key(), result.record().deleted(), result.status()));
        return results;
    }

    private List<Ingest.Result> store(
            Run run, Mapping mapping, List<SourceRecord> records, List<Rejection> keyless, SnapshotPass pass) {
        List<Rejection> refused = new ArrayList<>(keyless);
        List<Ingest.Result> results =
                pass == null ? ingest.page(mapping, records) : ingest.page(mapping, records, pass.seen(mapping));
        Map<String, Boolean> accepted = new HashMap<>();
        for (Ingest.Result result : results) {
            boolean taken = result.status() != Ingest.Status.REJECTED;
            accepted.put(result.record().key(), taken);
            if (!taken) {
                refused.add(rejection(
                        run,
                        mapping,
                        result.record().key(),
                        result.reason(),
                        Payload.text(result.record().fields())));
            }
        }
        if (!refused.isEmpty()) {
            rejections.refuse(refused);
        }
        accepted.values().removeIf(taken -> !taken);
        rejections.accept(Rejection.Side.INGEST, mapping.name(), accepted.keySet());
        return results;
    }

    /**
     * Reads a body of bytes in bounded pages and takes each in; counts as it goes.
     *
     * @return what the whole body came to
     * @throws SyncException when it is not of that format at all; earlier pages are kept
     */
    public Counts body(Run run, Mapping mapping, InputStream body, BodyFormat format, RecordKeys keys) {
        throw new UnsupportedOperationException();
    }

    private static Optional<SourceRecord> record(Mapping mapping, Object item, RecordKeys keys) {
        if (item instanceof SourceRecord record) {
            return Optional.of(record);
        }
        if (item instanceof PulledRecord pulled) {
            return Optional.of(pulled.record());
        }
        if (item instanceof Map<?, ?> map) {
            Map<String, Object> fields = fields(map);
            return keys.of(fields).map(key -> new SourceRecord(key, fields, false));
        }
        throw new SyncException(
                "hub:ingest/" + mapping.name() + " takes records: a map, or a list of maps. The step before"
                        + " gave " + (item == null ? "nothing" : item.getClass().getName())
                        + "; for text or bytes say what they are with format=csv, jsonl or json.");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    private Rejection keyless(Run run, Mapping mapping, Object item, RecordKeys keys) {
        String payload = Payload.text(fields((Map<?, ?>) item));
        String key = NO_KEY + Long.toHexString(RecordHash.of(payload));
        return rejection(run, mapping, key, keys.missing(), payload);
    }

    private Rejection rejection(Run run, Mapping mapping, String key, String reason, String payload) {
        return new Rejection(
                0, run.id(), Rejection.Side.INGEST, mapping.name(), key, 0, reason, payload, clock.instant(), true);
    }
}
