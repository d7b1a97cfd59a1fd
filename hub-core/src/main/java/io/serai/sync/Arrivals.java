package io.serai.sync;

import io.serai.record.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes in as one page what arrives by itself while the store is busy: whoever comes first waits for the store, those that come
 * meanwhile leave their records with it and wait for its answer (Hendler and others, "Flat combining and the
 * synchronization-parallelism tradeoff", 2010). Each gets what became of its own records. When a page of several fails, each of
 * them is tried by itself. Safe for use by many threads.
 */
final class Arrivals {

    private static final long RECENTLY = 1_000_000_000L;

    /** When so many wait, bulk waits, too: half of what fits a joint page. */
    private static final int MANY = 100;

    /** So long bulk waits at most, in nanoseconds: it comes to its end however many arrive. */
    private static final long PATIENCE = 1_000_000_000L;

    /** After so many nanoseconds bulk looks again; not as soon as somebody is answered, who often has more to say at once. */
    private static final long LOOK = 5_000_000L;

    private final Transactions transactions;
    private final Keeping keeping;
    private final Map<Place, List<JointPage>> open = new HashMap<>();
    private volatile long last = System.nanoTime() - RECENTLY;
    /** How many records are in {@link #open} pages, or in such that are being kept. */
    private final AtomicInteger waiting = new AtomicInteger();

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

    /** For bulk, before each of its parts: returns when few wait who have arrived by themselves, or when it has waited long itself. */
    void letPass() {
        long end = System.nanoTime() + PATIENCE;
        while (waiting.get() >= MANY
                && !transactions.underway()
                && System.nanoTime() < end
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK);
        }
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
        waiting.addAndGet(page.size());
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
        } finally {
            waiting.addAndGet(-joint.size());
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
