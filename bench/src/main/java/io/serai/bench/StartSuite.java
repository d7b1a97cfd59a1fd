package io.serai.bench;

import io.serai.bench.Ratio.Figure;
import io.serai.bench.Retailer.File;
import io.serai.bench.Round.Amount;
import io.serai.bench.Round.Constant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How long commands take to begin: small ones whole, by the clock, in seconds; and how many times of a Java that does nothing. */
final class StartSuite {

    private static final String EMPTY = "a Java that does nothing";
    private static final String HELP = "hub --help";
    private static final String RUNS = "hub runs";
    private static final String NOTHING = "hub sync nothing";
    private static final String HUB = "hub run, 20 routes, until it runs";
    private static final int ROUTES = 20;
    private static final String TEN = "hub sync customers, 10000 rows";
    private static final String HUNDRED = "hub sync customers, 100000 rows";
    private static final Amount A_SECOND = new Constant(1);

    private StartSuite() {}

    static Comparison of(Workplace work) throws IOException, InterruptedException {
        FreshHub hub = new FreshHub(work.install());
        BenchHome home = work.home("start").fresh();
        home.run("sync", "nothing"); // makes the store that is read
        List<Contestant> contestants = new ArrayList<>(List.of(
                new Contestant(EMPTY, () -> JavaCommand.of(work.install(), "-Xmx512m", Nothing.class)
                        .run()),
                new Contestant(HELP, () -> hub.run("", List.of("--help"))),
                new Contestant(NOTHING, () -> home.run("sync", "nothing")),
                new Contestant(RUNS, () -> home.run("runs")),
                new Contestant(HUB, routes(work)::start)));
        List<Ratio> ratios = new ArrayList<>(List.of(
                inSeconds(HELP, 0.4),
                inSeconds(RUNS, 1),
                inSeconds(HUB, 3),
                Ratio.ofCpu("hub --help / a Java that does nothing", 4, Amount.of(HELP), Amount.of(EMPTY)),
                Ratio.ofCpu("hub runs / a Java that does nothing", 10, Amount.of(RUNS), Amount.of(EMPTY))));
        if (work.retailer().rows() >= 10_000) {
            contestants.add(small(work, TEN, 10_000));
            ratios.add(new Ratio(
                    "10000 rows without the start, seconds", 1, Amount.without(TEN, NOTHING), A_SECOND, Figure.WALL));
        }
        if (work.retailer().rows() >= 100_000) {
            contestants.add(small(work, HUNDRED, 100_000));
            ratios.add(inSeconds(HUNDRED, 3));
        }
        return new Comparison(contestants, ratios);
    }

    /** A home of as many routes, none of which finds anything to read. */
    private static BenchHome routes(Workplace work) throws IOException {
        BenchHome home = work.home("start-routes").fresh();
        String route = home.read("routes/nothing.camel.yaml");
        home.without("routes/nothing.camel.yaml");
        for (int i = home.routes(); i < ROUTES; i++) {
            home.write("routes/nothing" + i + ".camel.yaml", route.replace("id: nothing", "id: nothing" + i));
        }
        return home;
    }

    private static Ratio inSeconds(String name, double goal) {
        return new Ratio(name + ", seconds", goal, Amount.of(name), A_SECOND, Figure.WALL);
    }

    private static Contestant small(Workplace work, String name, long rows) {
        Retailer few = new Retailer(work.retailer().seed(), rows, rows);
        return new Contestant(name, () -> work.home("start-" + rows)
                .fresh()
                .put(work.file(few, File.CUSTOMERS), "customers.csv")
                .run("sync", "customers"));
    }

    /** Nothing. */
    static final class Nothing {
        private Nothing() {}

        public static void main(String[] arguments) {}
    }
}
