package io.serai.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Records that arrive one by one from many senders, at a rate that does not ask whether the hub keeps up: the delay counts from when
 * a record was due, not from when its sender got round to it. It ends when the record is on the disk and everybody sees it in its
 * profile. A rate that is not kept up with is given up after a while: what was reached stands beside it. Meanwhile further records come whose
 * segment is counted until it holds them.
 */
final class LiveStream {

    /** More than a page of joint records, so that it can be filled. */
    private static final int SENDERS = 256;

    private static final long SECONDS = 10;

    /** So many records, or seconds, until most is compiled. */
    private static final long WARM = 20_000;

    private static final long LONGEST_WARM = 120;
    private static final int[] RATES = {50, 100, 200, 500, 1_000, 2_000, 5_000};
    private static final double A_SECOND = 1_000;

    /** Who reaches less of a rate is not measured at higher ones. */
    private static final double KEPT_UP = 0.9;

    private final Hub hub;
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** What is measured. */
    interface Hub {
        /** Takes one record in; returns when it is kept. */
        void take(Map<String, Object> record);

        /** Takes pages of a bulk import in until it is over; returns how many. */
        int pages(BooleanSupplier over);

        /** The next record of a stream: new, changed and unchanged ones in turn. For any thread. */
        Map<String, Object> next();

        /** Counts the members of a segment as they are now. */
        void look();
    }

    LiveStream(Hub hub) {
        this.hub = hub;
    }

    /**
     * As many as are taken in, for a while: every sender sends its next when the last is kept. Warms up everything, too.
     *
     * @return of what came when it was warm
     */
    Map<String, Object> most() throws Exception {
        System.err.println("Measuring: as many a second as are taken in");
        ExecutorService threads = Executors.newCachedThreadPool();
        AtomicBoolean over = new AtomicBoolean();
        AtomicLong taken = new AtomicLong();
        try {
            List<Future<?>> senders = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                senders.add(threads.submit(() -> {
                    while (!over.get()) {
                        hub.take(hub.next());
                        taken.incrementAndGet();
                    }
                }));
            }
            for (long second = 0; second < LONGEST_WARM && taken.get() < WARM; second++) {
                TimeUnit.SECONDS.sleep(1);
            }
            long before = taken.get();
            long cpu = system.getProcessCpuTime();
            TimeUnit.SECONDS.sleep(SECONDS);
            long records = taken.get() - before;
            Map<String, Object> most = new LinkedHashMap<>();
            most.put("reached", records / SECONDS);
            most.put("cpu_us", (system.getProcessCpuTime() - cpu) / 1_000 / Math.max(1, records));
            over.set(true);
            for (Future<?> sender : senders) {
                sender.get();
            }
            return most;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Faster and faster, up to a rate that is not kept up with. */
    List<Map<String, Object>> curve(boolean beside) throws Exception {
        List<Map<String, Object>> curve = new ArrayList<>();
        for (int rate : RATES) {
            System.err.println("Measuring: " + rate + " a second" + (beside ? ", an import beside" : ""));
            Map<String, Object> point = at(rate, beside);
            curve.add(point);
            if (((Number) point.get("reached")).doubleValue() < KEPT_UP * rate) {
                break;
            }
        }
        return curve;
    }

    private Map<String, Object> at(int rate, boolean beside) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        AtomicBoolean over = new AtomicBoolean();
        try {
            Future<Integer> pages = threads.submit(() -> beside ? hub.pages(over::get) : 0);
            Future<Latencies> looks = threads.submit(() -> looks(over));
            long began = System.nanoTime();
            long cpu = system.getProcessCpuTime();
            system.getCpuLoad(); // what it says next is of the time since
            List<Future<Latencies>> senders = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                int number = sender;
                senders.add(threads.submit(() -> send(began, number, rate)));
            }
            Latencies all = new Latencies();
            for (Future<Latencies> sender : senders) {
                all = all.with(sender.get());
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            double cores = (system.getProcessCpuTime() - cpu) / 1e9 / seconds;
            double others = Math.max(0, system.getCpuLoad() * system.getAvailableProcessors() - cores);
            over.set(true);
            Map<String, Object> point = point(rate, beside, all, seconds, looks.get(), pages.get());
            point.put("cores", cores);
            point.put("others", others);
            return point;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Map<String, Object> point(
            int rate, boolean beside, Latencies all, double seconds, Latencies looks, int pages) {
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("rate", rate);
        point.put("import_beside", beside);
        point.putAll(all.json());
        long records = ((Number) point.get("records")).longValue();
        point.put("reached", Math.round(records / seconds));
        point.put("segment_p50_ms", looks.json().get("p50_ms"));
        point.put("segment_p99_ms", looks.json().get("p99_ms"));
        point.put("import_pages", pages);
        point.put(
                "holds",
                records >= SECONDS * rate
                        && (double) point.get("p99_ms") <= A_SECOND
                        && (double) point.get("segment_p99_ms") <= A_SECOND);
        return point;
    }

    /** Every so manieth record is this sender's. */
    private Latencies send(long began, int number, int rate) {
        Latencies delays = new Latencies();
        long givenUp = began + TimeUnit.SECONDS.toNanos(2 * SECONDS);
        for (long record = number; record < SECONDS * rate && System.nanoTime() < givenUp; record += SENDERS) {
            long due = began + TimeUnit.SECONDS.toNanos(record) / rate;
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
            hub.take(hub.next());
            hub.look();
            looks.add(System.nanoTime() - began, 0);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
        } while (!over.get());
        return looks;
    }

    static void print(List<?> curve) {
        System.out.printf(
                "%n%-10s %-8s %8s %8s %8s %8s %8s %14s %14s %6s %7s%n",
                "A SECOND",
                "IMPORT",
                "REACHED",
                "RECORDS",
                "P50 ms",
                "P99 ms",
                "MAX ms",
                "SEGMENT P50 ms",
                "SEGMENT P99 ms",
                "CORES",
                "OTHERS");
        for (Object each : curve) {
            Map<?, ?> point = (Map<?, ?>) each;
            System.out.printf(
                    "%-10s %-8s %8s %8s %8.1f %8.1f %8.1f %14.1f %14.1f %6.2f %7.2f%n",
                    point.get("rate"),
                    point.get("import_beside").equals(true) ? "beside" : "no",
                    point.get("reached"),
                    point.get("records"),
                    point.get("p50_ms"),
                    point.get("p99_ms"),
                    point.get("max_ms"),
                    point.get("segment_p50_ms"),
                    point.get("segment_p99_ms"),
                    point.get("cores"),
                    point.get("others"));
        }
        for (boolean beside : new boolean[] {false, true}) {
            Object best = curve.stream()
                    .map(each -> (Map<?, ?>) each)
                    .filter(point -> point.get("import_beside").equals(beside)
                            && point.get("holds").equals(true))
                    .map(point -> (Object) point.get("rate"))
                    .reduce((slower, faster) -> faster)
                    .orElse("none of the rates");
            System.out.println("Within a second, 99 of 100" + (beside ? ", an import beside: " : ": ") + best);
        }
    }
}
