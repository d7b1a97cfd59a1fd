package io.serai.sync;

import io.serai.profile.Ingest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the records of one page, whatever steps they pass on their way: filtered, split, or ingested by two
 * mappings, each is counted once, and the hardest fate counts. Safe for use by many threads.
 */
public final class PageTally {

    private static final class Fate {
        private int read;
        private int reported;
        private int stored;
        private int unchanged;
        private int rejected;
        private int deleted;
    }

    private final Map<String, Fate> fates = new LinkedHashMap<>();

    /** A tally of records that are about to be taken in. */
    public PageTally() {}

    /** One more record was read. */
    synchronized void read(String key) {
        fates.computeIfAbsent(key, any -> new Fate()).read++;
    }

    /** One record was taken in, or not. */
    synchronized void report(String key, boolean deletion, Ingest.Status status) {
        Fate fate = fates.computeIfAbsent(key, any -> new Fate());
        fate.reported++;
        switch (status) {
            case STORED -> {
                fate.stored++;
                fate.deleted += deletion ? 1 : 0;
            }
            case UNCHANGED -> fate.unchanged++;
            case REJECTED -> fate.rejected++;
        }
    }

    /** Keys that no ingest step has seen: the route dropped them. */
    synchronized List<String> dropped() {
        List<String> keys = new ArrayList<>();
        fates.forEach((key, fate) -> {
            if (fate.reported == 0) {
                keys.add(key);
            }
        });
        return keys;
    }

    /** The page's part of the run's counts. */
    public synchronized Counts counts() {
        long stored = 0;
        long unchanged = 0;
        long rejected = 0;
        long skipped = 0;
        long deleted = 0;
        for (Fate fate : fates.values()) {
            int left = fate.read == 0 ? fate.reported : fate.read;
            int refused = Math.min(left, fate.rejected);
            left -= refused;
            int kept = Math.min(left, fate.stored);
            left -= kept;
            int same = Math.min(left, fate.unchanged);
            rejected += refused;
            stored += kept;
            unchanged += same;
            skipped += left - same;
            deleted += Math.min(kept, fate.deleted);
        }
        return Counts.ofRead(stored, unchanged, rejected, skipped, deleted);
    }
}
