package io.serai.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Records that arrive one by one from many senders, at a rate that does not ask whether the hub keeps up: the delay counts from when
 * a record was due, not from when its sender got round to it. It ends when the record is on the disk and everybody sees it in its
 * profile. A rate that is not kept up with is given up after a while: what was reached stands beside it. Meanwhile somebody looks at a segment again and again.
 */
final class LiveStream {

    private static final int SENDERS = 16;
    private static final long SECONDS = 5;

    private final Hub hub;

    /** What is measured. */
    interface Hub {
        /** Takes one record in; returns when it is kept. */
        void take(Map<String, Object> record);

        /** Takes a page of a bulk import in. */
        void page();

        /** The next record of a stream: new, changed and unchanged ones in turn. For any thread. */
        Map<String, Object> next();

        /** Counts the members of a segment as they are now. */
        void look();
    }

    LiveStream(Hub hub) {
        this.hub = hub;
    }

    /** One point of the curve. */
    Map<String, Object> at(int rate, boolean beside) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        AtomicBoolean over = new AtomicBoolean();
        try {
            Future<Latencies> looks = threads.submit(() -> looks(over));
            Future<Integer> pages = threads.submit(() -> beside ? pages(over) : 0);
            long began = System.nanoTime();
            List<Future<Latencies>> senders = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                long first = began + TimeUnit.SECONDS.toNanos(1) / rate * sender;
                senders.add(threads.submit(() -> send(first, rate)));
            }
            Latencies all = new Latencies();
            for (Future<Latencies> sender : senders) {
                all = all.with(sender.get());
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            over.set(true);
            Map<String, Object> point = new LinkedHashMap<>();
            point.put("rate", rate);
            point.put("import_beside", beside);
            point.putAll(all.json());
            point.put("reached", Math.round(((Number) point.get("records")).longValue() / seconds));
            point.put("segment_p50_ms", looks.get().json().get("p50_ms"));
            point.put("import_pages", pages.get());
            return point;
        } finally {
            threads.shutdownNow();
        }
    }

    private Latencies send(long first, int rate) {
        Latencies delays = new Latencies();
        long between = TimeUnit.SECONDS.toNanos(SENDERS) / rate;
        long records = SECONDS * rate / SENDERS;
        long givenUp = first + TimeUnit.SECONDS.toNanos(2 * SECONDS);
        for (long record = 0; record < records && System.nanoTime() < givenUp; record++) {
            long due = first + record * between;
            LockSupport.parkNanos(due - System.nanoTime());
            hub.take(hub.next());
            delays.add(System.nanoTime() - due, 0);
        }
        return delays;
    }

    private Latencies looks(AtomicBoolean over) {
        Latencies looks = new Latencies();
        do {
            long began = System.nanoTime();
            hub.look();
            looks.add(System.nanoTime() - began, 0);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
        } while (!over.get());
        return looks;
    }

    private int pages(AtomicBoolean over) {
        int pages = 0;
        while (!over.get()) {
            hub.page();
            pages++;
        }
        return pages;
    }

    static void print(List<?> curve) {
        System.out.printf(
                "%n%-10s %-8s %8s %8s %8s %8s %8s %12s%n",
                "A SECOND", "IMPORT", "REACHED", "RECORDS", "P50 ms", "P99 ms", "MAX ms", "SEGMENT ms");
        for (Object each : curve) {
            Map<?, ?> point = (Map<?, ?>) each;
            System.out.printf(
                    "%-10s %-8s %8s %8s %8.1f %8.1f %8.1f %12.1f%n",
                    point.get("rate"),
                    point.get("import_beside").equals(true) ? "beside" : "no",
                    point.get("reached"),
                    point.get("records"),
                    point.get("p50_ms"),
                    point.get("p99_ms"),
                    point.get("max_ms"),
                    point.get("segment_p50_ms"));
        }
    }
}
