package io.serai.bench;

import io.serai.Hub;
import io.serai.HubHome;
import io.serai.demo.population.Customer;
import io.serai.demo.population.Population;
import io.serai.profile.ResolveRequest;
import io.serai.record.Mapping;
import io.serai.sync.PageTally;
import io.serai.sync.RecordKeys;
import io.serai.sync.Run;
import io.serai.sync.RunRequest;
import io.serai.sync.RunStatus;
import io.serai.sync.Trigger;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Real time: one record a page into a real store that knows very many, along the path of {@code hub:ingest}. */
final class Live {

    private static final long SEED = 7;
    private static final int PAGE = 1_000;
    private static final int WARM_UP = 500;
    private static final int EACH = 1_000;

    /** Of those who are loaded, so many are sent again; half of them change. */
    private static final int KNOWN = 20_000;

    /** People whom the stream may ask for. */
    private static final long STREAMED = 1_000_000;

    private final Hub hub;
    private final Mapping mapping;
    /** Of what comes by itself; what the store knew before came in another. */
    private final Run run;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final RecordKeys keys = new RecordKeys(List.of("id"));

    private Live(Hub hub) {
        this.hub = hub;
        this.mapping = hub.config().mappings().get("customers");
        this.run = hub.runs().start("live", RunRequest.send(Trigger.COMMAND));
    }

    /**
     * Fills a fresh home, lets the hub learn from it, and measures.
     *
     * @param rows how many records the store knows
     * @param again whether to go on with the home that an earlier run filled with as many
     * @param matching whether people are matched by probability, too
     */
    static Map<String, Object> measure(Path install, long rows, boolean again, boolean matching) throws IOException {
        Path home = install.resolve("bench/target/" + (matching ? "live" : "live-identifiers"));
        if (!again) {
            LiveHome.lay(home, matching);
        }
        HubHome loaded = HubHome.load(home, Optional.of(install));
        if (!loaded.checked().problems().isEmpty()) {
            throw new IOException(loaded.text(loaded.checked().problems().get(0)));
        }
        try (Hub hub = Hub.writing(loaded, "bench")) {
            return new Live(hub).measure(rows, again, matching);
        }
    }

    private Map<String, Object> measure(long rows, boolean again, boolean matching) {
        // An earlier run asked for two people for each record that was new, at most: somebody else's was given to one
        // that changed.
        long earlier = again ? 2 * Math.max(0, hub.census().records() - rows) : 0;
        Iterator<Customer> customers = Population.of(SEED, rows + earlier + WARM_UP + 2L * EACH + STREAMED)
                .iterator();
        List<Map<String, Object>> known = new ArrayList<>();
        double load = seconds(() -> load(customers, rows, known, !again));
        double learn =
                again || !matching ? 0 : seconds(() -> hub.identity().resolve(new ResolveRequest(false, false, true)));
        for (long person = 0; person < earlier; person++) {
            customers.next();
        }
        for (int i = 0; i < WARM_UP; i++) {
            take(List.of(fields(customers.next())));
        }
        Latencies fresh = new Latencies();
        Latencies unchanged = new Latencies();
        Latencies changed = new Latencies();
        for (int i = 0; i < EACH; i++) {
            time(fresh, fields(customers.next()));
            Map<String, Object> old = known.get(i % known.size());
            time(unchanged, old);
            time(changed, changed(old, customers.next()));
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rows", rows);
        figures.put("matching", matching);
        figures.put("people", hub.profiles().count());
        figures.put("load_s", load);
        figures.put("learn_s", learn);
        figures.put("new", fresh.json());
        figures.put("unchanged", unchanged.json());
        figures.put("changed", changed.json());
        figures.put("all", fresh.with(unchanged).with(changed).json());
        LiveStream stream = new LiveStream(new Streamed(customers, known));
        figures.put("most", most(stream));
        figures.put("stream", curves(stream));
        figures.put("peak_mb", Watch.ofThisProcess());
        return figures;
    }

    private static Map<String, Object> most(LiveStream stream) {
        try {
            return stream.most();
        } catch (Exception e) {
            throw new IllegalStateException("the stream cannot be measured: " + e.getMessage(), e);
        }
    }

    private static List<Map<String, Object>> curves(LiveStream stream) {
        try {
            List<Map<String, Object>> curve = new ArrayList<>(stream.curve(false));
            curve.addAll(stream.curve(true));
            return curve;
        } catch (Exception e) {
            throw new IllegalStateException("the stream cannot be measured: " + e.getMessage(), e);
        }
    }

    /** Records of a stream, into this hub. */
    private final class Streamed implements LiveStream.Hub {

        private final Iterator<Customer> customers;
        private final List<Map<String, Object>> known;
        private int turn;

        private Streamed(Iterator<Customer> customers, List<Map<String, Object>> known) {
            this.customers = customers;
            this.known = known;
        }

        @Override
        public void take(Map<String, Object> record) {
            hub.ingestStep().message(run, mapping, record, keys);
        }

        @Override
        public int pages(BooleanSupplier over) {
            Run run = hub.runs().start("import", RunRequest.send(Trigger.COMMAND));
            int pages = 0;
            while (!over.getAsBoolean()) {
                List<Map<String, Object>> page = new ArrayList<>();
                for (int row = 0; row < PAGE; row++) {
                    page.add(fresh());
                }
                hub.ingestStep().page(run, mapping, page, keys, new PageTally(), null);
                pages++;
            }
            run.finish(RunStatus.DONE, null);
            return pages;
        }

        @Override
        public synchronized Map<String, Object> next() {
            turn++;
            int half = known.size() / 2;
            int person = turn / 3 % half;
            return switch (turn % 3) {
                case 0 -> fresh();
                case 1 -> changed(known.get(person), customers.next());
                // nobody of those who change, or this would be a change back
                default -> known.get(half + person);
            };
        }

        private synchronized Map<String, Object> fresh() {
            return fields(customers.next());
        }

        @Override
        public void look() {
            hub.segments().count("everybody");
        }
    }

    private void load(Iterator<Customer> customers, long rows, List<Map<String, Object>> known, boolean take) {
        Run run = hub.runs().start("load", RunRequest.send(Trigger.COMMAND));
        hub.ingestStep().load(run, () -> {
            List<Map<String, Object>> page = new ArrayList<>();
            long every = Math.max(1, rows / KNOWN);
            for (long row = 1; row <= rows; row++) {
                Map<String, Object> fields = fields(customers.next());
                if (row % every == 0) {
                    known.add(fields);
                }
                page.add(fields);
                if (page.size() == PAGE || row == rows) {
                    if (take) {
                        hub.ingestStep().page(run, mapping, page, keys, new PageTally(), null);
                    }
                    page = new ArrayList<>();
                }
            }
            return null;
        });
        run.finish(RunStatus.DONE, null);
    }

    private void time(Latencies latencies, Map<String, Object> record) {
        long cpu = threads.getCurrentThreadCpuTime();
        long started = System.nanoTime();
        take(List.of(record));
        latencies.add(System.nanoTime() - started, threads.getCurrentThreadCpuTime() - cpu);
    }

    private void take(List<Map<String, Object>> page) {
        hub.ingestStep().message(run, mapping, page, keys);
    }

    /** Somebody known with the address and phone of somebody else: they moved. */
    private static Map<String, Object> changed(Map<String, Object> old, Customer other) {
        Map<String, Object> changed = new LinkedHashMap<>(old);
        changed.put("phone", other.phone());
        changed.put("street", other.street());
        changed.put("postcode", other.postcode());
        changed.put("city", other.city());
        return changed;
    }

    private static Map<String, Object> fields(Customer customer) {
        Map<String, Object> fields = new LinkedHashMap<>();
        String[] values = customer.values();
        for (int column = 0; column < values.length; column++) {
            // The truth stays outside.
            if (values[column] != null && !Customer.COLUMNS.get(column).equals("cluster")) {
                fields.put(Customer.COLUMNS.get(column), values[column]);
            }
        }
        return fields;
    }

    private static double seconds(Runnable work) {
        long started = System.nanoTime();
        work.run();
        return (System.nanoTime() - started) / 1e9;
    }
}
