package io.serai.bench;

import io.serai.bench.Retailer.File;
import io.serai.bench.Round.Amount;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Traits computed of orders: of everybody, after their definition changed, against GROUP BY over a table of as many orders in the order
 * of their arrival; and of those who ordered since.
 */
final class TraitsSuite {

    private static final String NOTHING = "hub sync nothing";
    private static final String FULL = "hub sync nothing, traits redefined";
    private static final String TOUCHED = "hub sync new_orders, 1 % touched";
    private static final String GROUP_BY = "GROUP BY over orders";
    private static final String TRAITS = "config/traits.yaml";
    private static final String ANOTHER = "orders_of_%d: { count: order }\n";

    private TraitsSuite() {}

    static Comparison of(Workplace work) throws IOException, InterruptedException {
        BenchHome home = work.home("orders-" + work.retailer().rows());
        if (!work.isAgain(home)) {
            home.fresh()
                    .put(work.file(File.CUSTOMERS), "customers.csv")
                    .put(work.file(File.ORDERS), "orders.csv")
                    // Segments would be evaluated again with the traits, and are another matter.
                    .without(
                            "routes/export.camel.yaml",
                            "config/segments/british.yaml",
                            "config/segments/everybody.yaml",
                            "config/segments/reachable.yaml");
            home.run("sync", "customers");
            home.run("sync", "orders");
        }
        String traits = home.read(TRAITS);
        AtomicInteger round = new AtomicInteger();
        return new Comparison(
                List.of(
                        new Contestant(NOTHING, () -> home.run("sync", "nothing")),
                        new Contestant(
                                FULL, () -> home.write(TRAITS, traits + ANOTHER.formatted(round.incrementAndGet()))
                                        .run("sync", "nothing")),
                        new Contestant(
                                TOUCHED, () -> home.put(newOrders(work, round.get()), "new-" + round.get() + ".csv")
                                        .run("sync", "new_orders")),
                        new Contestant(GROUP_BY, () -> grouped(work.limit(), work.retailer()))),
                List.of(
                        Ratio.ofCpu(
                                "traits of everybody / GROUP BY",
                                0.2,
                                Amount.without(FULL, NOTHING),
                                Amount.of(GROUP_BY)),
                        Ratio.ofCpu(
                                "orders of 1 % taken in / everybody",
                                0.2, Amount.without(TOUCHED, NOTHING), Amount.without(FULL, NOTHING))));
    }

    /** Other orders in every round: those of a retailer that has so many more. */
    private static java.nio.file.Path newOrders(Workplace work, int round) throws IOException {
        Retailer known = work.retailer();
        long more = (long) round * known.rows();
        return work.file(new Retailer(known.seed(), known.rows(), known.orders() + more), File.NEW_ORDERS);
    }

    private static Measure grouped(Limit limit, Retailer retailer) throws IOException, InterruptedException {
        return limit.kept(
                "orders-" + retailer.orders() + "-" + retailer.rows(),
                List.of(
                        "CREATE TABLE orders (id INTEGER PRIMARY KEY, profile_id INTEGER NOT NULL, time INTEGER NOT NULL,"
                                + " total REAL NOT NULL, store TEXT NOT NULL)",
                        "WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < "
                                + retailer.orders() + ") INSERT INTO orders SELECT id, (id * 2654435761) % "
                                + Math.max(1, retailer.rows() * 5 / 7)
                                + ", 1600000000000 + (id * 7919) % 100000000000, (id * 31) % 20000 / 100.0, 'store-' || id % 60"
                                + " FROM n"),
                List.of("SELECT count(*), sum(s), sum(c), max(l), min(f) FROM (SELECT profile_id, sum(total) AS s,"
                        + " count(*) AS c, max(time) AS l, min(time) AS f FROM orders GROUP BY profile_id)"));
    }
}
