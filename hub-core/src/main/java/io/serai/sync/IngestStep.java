package io.serai.sync;

import io.serai.profile.Ingest;
import io.serai.profile.MergeGuard;
import io.serai.record.Mapping;
import io.serai.record.Payload;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/** {@code hub:ingest}: takes records into the store, and keeps those that are refused with their reasons. For any thread. */
public final class IngestStep {

    /** A page of more is bulk, and lets others go first. */
    static final int SMALL = 100;

    private static final int PAGE = 1000;

    /** Bulk comes in parts of so many while single records arrive, which would wait for the whole. */
    private static final int PART = 200;

    private final Ingest ingest;
    private final Rejections rejections;
    private final Transactions transactions;
    private final Clock clock;
    private final double maxMerges;
    private final Arrivals arrivals;
    private final Bodies bodies;
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
        arrivals = new Arrivals(transactions, this::keep);
        bodies = new Bodies(this, rejections, transactions, clock);
    }

    /**
     * Takes in what a step delivers, in one transaction together with the rejections; a large page in several while single records
     * arrive. Reports each record to the tally; the tally's owner counts it ({@link PullRun#done}, or {@link Run#add} with
     * {@link PageTally#counts}).
     *
     * @param body a record or a list of them: {@link io.serai.record.SourceRecord}, {@link PulledRecord} or another map of fields
     * @param keys makes the keys of records that bring none
     * @param pass of the page that the body came from; null when it came from no snapshot
     * @throws SyncException when the body is something else
     */
    public List<Ingest.Result> page(
            Run run, Mapping mapping, Object body, RecordKeys keys, PageTally tally, SnapshotPass pass) {
        Incoming page = Incoming.of(mapping, body, keys);
        List<Ingest.Result> results = page.size() > SMALL
                ? bulk(run, mapping, page, pass)
                : transactions.inOne(() -> store(run, mapping, page, pass));
        page.report(results, tally);
        return results;
    }

    private List<Ingest.Result> bulk(Run run, Mapping mapping, Incoming page, SnapshotPass pass) {
        List<Ingest.Result> results = new ArrayList<>(page.size());
        for (Incoming part : page.parts(arrivals.recent() ? PART : page.size())) {
            arrivals.letPass();
            results.addAll(transactions.large(() -> store(run, mapping, part, pass)));
        }
        return results;
    }

    /** How many records of a bulk should be taken in at a time. */
    int bulkSize() {
        return arrivals.recent() ? PART : PAGE;
    }

    /**
     * Takes in and counts what came by itself, a record or a small page. What comes while the store is busy is taken in together, and
     * none suffers from another. On the disk when this returns.
     *
     * @param body as for {@link #page}
     * @param keys makes the keys of records that bring none
     * @throws SyncException when the body is something else
     */
    public Counts message(Run run, Mapping mapping, Object body, RecordKeys keys) {
        return arrivals.take(new Arrivals.Place(run, mapping), Incoming.of(mapping, body, keys));
    }

    private List<Counts> keep(Arrivals.Place place, List<Incoming> pages) {
        Load load = load(place.run());
        Runnable undo = load.guard().asItIs();
        try {
            Incoming page = Incoming.joint(pages);
            List<Ingest.Result> results = load.message(ingest, place.mapping(), page.records());
            keepRefused(place.run(), place.mapping(), page, results);
            List<Counts> counts = counts(pages, results);
            place.run().add(counts.stream().reduce(Counts.NONE, Counts::plus));
            return counts;
        } catch (RuntimeException | Error refused) {
            if (pages.size() > 1) {
                undo.run();
            }
            throw refused;
        }
    }

    /** What became of each page; results are in the order of all records. */
    private static List<Counts> counts(List<Incoming> pages, List<Ingest.Result> results) {
        List<Counts> counts = new ArrayList<>(pages.size());
        int next = 0;
        for (Incoming page : pages) {
            PageTally tally = new PageTally();
            int first = next;
            next += page.records().size();
            page.report(results.subList(first, next), tally);
            counts.add(tally.counts());
        }
        return counts;
    }

    private List<Ingest.Result> store(Run run, Mapping mapping, Incoming page, SnapshotPass pass) {
        Ingest.Seen seen = pass == null ? null : pass.seen(mapping);
        List<Ingest.Result> results = load(run).page(ingest, mapping, page.records(), seen);
        keepRefused(run, mapping, page, results);
        return results;
    }

    /** Keeps those that were refused with their reasons, and no longer those that were accepted. */
    private void keepRefused(Run run, Mapping mapping, Incoming page, List<Ingest.Result> results) {
        List<Rejection> refused = new ArrayList<>();
        page.keyless().forEach(row -> refused.add(rejection(run, mapping, row.key(), row.reason(), row.payload())));
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
        return load(run, () -> bodies.take(run, mapping, body, format, keys));
    }

    private Rejection rejection(Run run, Mapping mapping, String key, String reason, String payload) {
        return new Rejection(
                0, run.id(), Rejection.Side.INGEST, mapping.name(), key, 0, reason, payload, clock.instant(), true);
    }
}
