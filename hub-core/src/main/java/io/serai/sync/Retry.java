package io.serai.sync;

import io.serai.profile.Ingest;
import io.serai.record.Mapping;
import io.serai.record.Payload;
import io.serai.record.SourceRecord;
import io.serai.record.StreamName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** {@code hub retry}: gives what was refused in a run another chance. */
public final class Retry {

    private static final int PAGE = 500;

    /**
     * What a retry found.
     *
     * @param route the route of the run
     * @param records refused records that can be mapped again, see {@link #records}
     * @param people the numbers of refused people: run the route with {@link RunRequest#retry} for them
     * @param unreadable rows that no retry can mend: they must be corrected at their source
     */
    public record Work(String route, long records, Set<Long> people, long unreadable) {}

    private final Runs runs;
    private final Rejections rejections;
    private final Ledger ledger;
    private final Transactions transactions;

    public Retry(Runs runs, Rejections rejections, Ledger ledger, Transactions transactions) {
        this.runs = runs;
        this.rejections = rejections;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /**
     * Finds what stands open of a run, and lets its refused people be planned again.
     *
     * @throws SyncException when there is no such run
     */
    public Work prepare(long run) {
        RunView view = runs.get(run)
                .orElseThrow(() -> new SyncException("There is no run " + run + ". hub runs lists those there are."));
        return transactions.inOne(() -> prepare(view));
    }

    private Work prepare(RunView run) {
        long records = 0;
        long unreadable = 0;
        Set<Long> people = new TreeSet<>();
        for (Rejection refused : rejections.open(run.id())) {
            switch (refused.side()) {
                case SOURCE -> unreadable++;
                case INGEST -> records++;
                case PUSH -> {
                    people.add(refused.profile());
                    long sync = ledger.sync(run.route(), StreamName.parse(refused.target()));
                    ledger.retry(sync, List.of(refused.profile()));
                }
            }
        }
        return new Work(run.route(), records, people, unreadable);
    }

    /**
     * Maps the refused records of an earlier run again, and counts them in this one.
     *
     * @param mappings a mapping by its name; records of one that is not there any more stay refused
     */
    public void records(Run run, long refusedIn, Function<String, Optional<Mapping>> mappings, IngestStep ingest) {
        Map<String, List<Rejection>> byMapping = new LinkedHashMap<>();
        for (Rejection refused : rejections.open(refusedIn)) {
            if (refused.side() == Rejection.Side.INGEST) {
                byMapping
                        .computeIfAbsent(refused.target(), name -> new ArrayList<>())
                        .add(refused);
            }
        }
        byMapping.forEach((name, refused) -> mappings.apply(name).ifPresent(mapping -> {
            for (int from = 0; from < refused.size(); from += PAGE) {
                List<Rejection> page = refused.subList(from, Math.min(refused.size(), from + PAGE));
                transactions.inOne(() -> records(run, mapping, page, ingest));
            }
        }));
    }

    private void records(Run run, Mapping mapping, List<Rejection> page, IngestStep ingest) {
        PageTally tally = new PageTally();
        RecordKeys keys = RecordKeys.of(List.of(), mapping);
        for (Rejection refused : page) {
            Map<String, Object> fields = Payload.fields(refused.payload());
            boolean keyless = refused.key().startsWith(Incoming.NO_KEY);
            Object body = keyless ? fields : new SourceRecord(refused.key(), fields, false);
            List<Ingest.Result> results = ingest.page(run, mapping, body, keys, tally, null);
            if (keyless && results.stream().anyMatch(result -> result.status() != Ingest.Status.REJECTED)) {
                rejections.accept(Rejection.Side.INGEST, mapping.name(), List.of(refused.key()));
            }
        }
        run.add(tally.counts());
    }
}
