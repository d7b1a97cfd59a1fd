package io.serai.sync;

import io.serai.record.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes in as one page what arrives by itself while the store is busy: whoever comes first waits for the store, those that come
 * meanwhile leave their records with it and wait for its answer (Hendler and others, "Flat combining and the
 * synchronization-parallelism tradeoff", 2010). Each gets what became of its own records. When a page of several fails, each of
 * them is tried by itself. Safe for use by many threads.
 */
final class Arrivals {

    private static final long RECENTLY = 1_000_000_000L;

    private final Transactions transactions;
    private final Keeping keeping;
    private final Map<Place, List<JointPage>> open = new HashMap<>();
    private volatile long last = System.nanoTime() - RECENTLY;

    /** Where records belong: the same run under the same version of a mapping. */
    record Place(Run run, Mapping mapping) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Place place && place.run == run && place.mapping == mapping;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(run) * 31 + System.identityHashCode(mapping);
        }
    }

    /** Keeps pages as if they came one after the other, in the transaction around it. */
    interface Keeping {
        /** @return what became of each page */
        List<Counts> keep(Place place, List<Incoming> pages);
    }

    Arrivals(Transactions transactions, Keeping keeping) {
        this.transactions = transactions;
        this.keeping = keeping;
    }

    /** Whether something has arrived lately that did not come in bulk. */
    boolean recent() {
        return System.nanoTime() - last < RECENTLY;
    }

    /** Returns when the page is kept, on the disk itself. */
    Counts take(Place place, Incoming page) {
        last = System.nanoTime();
        if (transactions.underway()) {
            return alone(place, page);
        }
        JointPage mine;
        int number;
        synchronized (open) {
            mine = joint(open.computeIfAbsent(place, any -> new ArrayList<>()), page);
            number = mine.add(page);
        }
        if (number == 0) {
            lead(place, mine);
        }
        return mine.counts(number).orElseGet(() -> alone(place, page));
    }

    /** The first that has room, behind those that have one of its records already: what comes twice must be kept twice, in order. */
    private static JointPage joint(List<JointPage> pages, Incoming page) {
        int at = pages.size();
        while (at > 0 && !pages.get(at - 1).hasOneOf(page)) {
            at--;
        }
        while (at < pages.size() && !pages.get(at).hasRoom(page)) {
            at++;
        }
        if (at == pages.size()) {
            pages.add(new JointPage());
        }
        return pages.get(at);
    }

    private void lead(Place place, JointPage joint) {
        try {
            joint.kept(transactions.lasting(() -> together(place, joint)));
        } catch (RuntimeException | Error failed) {
            close(place, joint);
            joint.failed(failed);
        }
    }

    private List<Counts> together(Place place, JointPage joint) {
        close(place, joint);
        try {
            return keeping.keep(place, joint.pages());
        } catch (RuntimeException | Error refused) {
            joint.tryAlone();
            throw refused;
        }
    }

    private void close(Place place, JointPage joint) {
        synchronized (open) {
            List<JointPage> pages = open.get(place);
            if (pages != null && pages.remove(joint) && pages.isEmpty()) {
                open.remove(place);
            }
        }
    }

    private Counts alone(Place place, Incoming page) {
        return transactions.lasting(() -> keeping.keep(place, List.of(page))).get(0);
    }
}
