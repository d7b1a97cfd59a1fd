package io.serai.sync;

import io.serai.profile.Ingest;
import io.serai.profile.MergeGuard;
import io.serai.record.Mapping;
import io.serai.record.Payload;
import io.serai.record.RecordHash;
import io.serai.record.SourceRecord;
import io.serai.spi.Change;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/** {@code hub:ingest}: takes records into the store, and keeps those that are refused with their reasons. For any thread. */
public final class IngestStep {

    /** How the stand-in for a key begins that a refused record did not have. */
    static final String NO_KEY = "no key ";

    private static final int PAGE = 1000;

    private final Ingest ingest;
    private final Rejections rejections;
    private final Transactions transactions;
    private final Clock clock;
    private final double maxMerges;
    private final Map<Run, Load> loads = Collections.synchronizedMap(new WeakHashMap<>());

    public IngestStep(Ingest ingest, Rejections rejections, Transactions transactions, Clock clock) {
        this(ingest, rejections, transactions, clock, MergeGuard.USUAL);
    }

    /** @param maxMerges the largest part of all profiles that one run may merge into others, 0 to 1 */
    public IngestStep(Ingest ingest, Rejections rejections, Transactions transactions, Clock clock, double maxMerges) {
        this.maxMerges = maxMerges;
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
        Ingest.Seen seen = pass == null ? null : pass.seen(mapping);
        List<Ingest.Result> results = load(run).page(ingest, mapping, records, seen);
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

    private Load load(Run run) {
        return loads.computeIfAbsent(
                run,
                each -> new Load(
                        each.id(),
                        each.request().allowMerges()
                                ? MergeGuard.none()
                                : new MergeGuard(maxMerges, "hub sync " + each.route() + " --allow-merges")));
    }

    /**
     * Runs what may bring very many records, page by page: what is done once for all of them rather than for each page is done at
     * the end, however that comes.
     */
    public <T> T load(Run run, Supplier<T> work) {
        load(run).expectMany();
        T result;
        try {
            result = work.get();
        } catch (RuntimeException | Error failed) {
            try {
                settle(run);
            } catch (RuntimeException second) {
                failed.addSuppressed(second);
            }
            throw failed;
        }
        settle(run);
        return result;
    }

    /**
     * Does what great loads have left, this run's or another's: to be called before people are looked at.
     *
     * @throws io.serai.profile.CollapseException when too many would become one another; it stays to be done then
     */
    public void settle(Run run) {
        ingest.settle(load(run).guard());
    }

    /**
     * Reads a body of bytes in bounded pages and takes each in; counts as it goes. Does not close the body.
     *
     * @return what the whole body came to
     * @throws SyncException when it is not of that format at all, or cannot be read to its end; earlier pages are kept
     */
    public Counts body(Run run, Mapping mapping, InputStream body, BodyFormat format, RecordKeys keys) {
        return load(run, () -> pages(run, mapping, body, format, keys));
    }

    private Counts pages(Run run, Mapping mapping, InputStream body, BodyFormat format, RecordKeys keys) {
        Counts all = Counts.NONE;
        try {
            BodyReader reader = format.reader(body);
            List<BodyReader.Row> rows = reader.next(PAGE);
            while (!rows.isEmpty()) {
                List<BodyReader.Row> page = rows;
                all = all.plus(transactions.lasting(() -> rows(run, mapping, page, keys)));
                rows = reader.next(PAGE);
            }
            return all;
        } catch (IOException e) {
            throw new SyncException(
                    "The body for \"" + mapping.name() + "\" broke off after " + all.read()
                            + " records, which are kept. Send it again; what is known already will be unchanged.",
                    e);
        }
    }

    private Counts rows(Run run, Mapping mapping, List<BodyReader.Row> rows, RecordKeys keys) {
        PageTally tally = new PageTally();
        List<Rejection> broken = new ArrayList<>();
        List<Map<String, Object>> records = new ArrayList<>();
        for (BodyReader.Row row : rows) {
            if (row.unreadable() == null) {
                records.add(row.fields());
            } else {
                broken.add(unreadable(run, mapping, row.unreadable()));
            }
        }
        if (!broken.isEmpty()) {
            rejections.refuse(broken);
        }
        page(run, mapping, records, keys, tally, null);
        Counts counts = tally.counts().plus(Counts.ofRead(0, 0, broken.size(), 0, 0));
        run.add(counts);
        return counts;
    }

    private Rejection unreadable(Run run, Mapping mapping, Change.Unreadable row) {
        return new Rejection(
                0,
                run.id(),
                Rejection.Side.SOURCE,
                mapping.name(),
                row.key() + " " + Integer.toHexString(row.raw().hashCode()),
                0,
                row.reason(),
                row.raw(),
                clock.instant(),
                true);
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
