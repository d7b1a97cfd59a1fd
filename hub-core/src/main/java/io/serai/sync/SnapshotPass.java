package io.serai.sync;

import io.serai.profile.Ingest;
import io.serai.record.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One complete reading of a stream: which records each mapping met, so that those it did not meet can be marked as deleted.
 * A record that the route drops on its way still exists at its source and is not deleted; one that went to another mapping is.
 */
public final class SnapshotPass {

    private record Account(Mapping mapping, Ingest.Seen seen) {}

    private final Ingest ingest;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final List<String> dropped = new ArrayList<>();
    private long records;
    private long unreadable;

    SnapshotPass(Ingest ingest) {
        this.ingest = ingest;
    }

    synchronized Ingest.Seen seen(Mapping mapping) {
        return accounts.computeIfAbsent(mapping.name(), name -> new Account(mapping, ingest.newPass(mapping)))
                .seen();
    }

    synchronized void finished(PulledPage page) {
        records += page.records().size();
        unreadable += page.unreadable().size();
        dropped.addAll(page.tally().dropped());
    }

    /** Deletes what the pass did not contain, when the pass can be trusted; else says why not. */
    synchronized void complete(Run run, String stream) {
        if (records == 0) {
            run.note("\"" + stream + "\" was empty: nothing was deleted. If it really is empty now, delete its"
                    + " people with hub profile erase, or leave them.");
        } else if (unreadable > 0) {
            run.note("\"" + stream + "\" had " + unreadable
                    + " rows that could not be read: records that were absent were not deleted, because they may be"
                    + " among those rows.");
        } else {
            long deleted = 0;
            for (Account account : accounts.values()) {
                dropped.forEach(account.seen()::add);
                deleted += ingest.deleteUnseen(account.mapping(), account.seen());
            }
            run.add(new Counts(0, 0, 0, 0, 0, deleted, 0, 0, 0, 0));
        }
    }
}
