package io.serai.sync;

import io.serai.profile.Ingest;
import io.serai.profile.MergeGuard;
import io.serai.record.Mapping;
import io.serai.record.SourceRecord;
import java.util.List;

/**
 * What one run brings, page by page. Once it is known to be a great load, what is done for each page of a small one is left to be
 * done once, at its end. Safe for use by many threads.
 */
final class Load {

    /** A page of so many for a store that knows nobody begins a great load. */
    private static final int FIRST_PAGE = 500;

    /** So many have come page by page, and there is no end yet. */
    private static final long GREAT = 5_000;

    private final long run;
    private final MergeGuard guard;
    private boolean many;
    private boolean great;
    private long stored;

    /** @param guard of the run */
    Load(long run, MergeGuard guard) {
        this.run = run;
        this.guard = guard;
    }

    MergeGuard guard() {
        return guard;
    }

    /** Whoever brings the pages says when there are no more. */
    synchronized void expectMany() {
        many = true;
    }

    List<Ingest.Result> page(Ingest ingest, Mapping mapping, List<SourceRecord> records, Ingest.Seen seen) {
        List<Ingest.Result> results = isGreat(ingest, records.size())
                ? ingest.land(mapping, records, seen, guard, run)
                : ingest.page(mapping, records, seen, guard, run);
        count(results);
        return results;
    }

    /** What came by itself, whatever else the run brings: everybody is to see it once it is kept, so that nothing of it is left. */
    List<Ingest.Result> message(Ingest ingest, Mapping mapping, List<SourceRecord> records) {
        return ingest.page(mapping, records, null, guard, run);
    }

    private synchronized boolean isGreat(Ingest ingest, int page) {
        great = great || many && (stored >= GREAT || stored == 0 && page >= FIRST_PAGE && ingest.knowsNobody());
        return great;
    }

    private synchronized void count(List<Ingest.Result> results) {
        for (Ingest.Result result : results) {
            stored += result.status() == Ingest.Status.STORED ? 1 : 0;
        }
    }
}
