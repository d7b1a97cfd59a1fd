package io.serai.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What the command line asked for.
 *
 * @param rows how many rows; 0 for the suite's own
 * @param orders how many orders; 0 for as many as rows
 * @param rounds how often everything is measured
 * @param seed of the invented customers
 * @param again whether a home that an earlier run filled is used again
 * @param keep whether the figures are written to {@code bench/RESULTS.md}
 * @param tenfold whether memory is measured at ten times the rows, too
 * @param matching whether people are matched by probability, too, where a suite can do without
 * @param peers figures of others, measured elsewhere
 */
record Options(
        String suite,
        boolean json,
        long rows,
        long orders,
        int rounds,
        long seed,
        boolean again,
        boolean keep,
        boolean tenfold,
        boolean matching,
        List<Peer> peers) {

    static final long USUAL_ROWS = 1_000_000;

    /** The seed of the customers on which matching was measured while it was built. */
    private static final long USUAL_SEED = 7;

    private static final int USUAL_ROUNDS = 3;

    static final String USAGE = """
            bench/run people|customers|live|calibration|destinations [--json] [--rows N] [--seed N] [--peer NAME[@CASE]=F1,wall,cpu,mb ...] [--again]
                      [--matching off]
            bench/run import|reimport|segment|diff|traits|route|memory|matching|start|all [--json] [--rows N] [--orders N]
                      [--rounds N] [--seed N] [--again] [--keep] [--tenfold]
            bench/run growth [--json] [--rows N] [--seed N] [--keep]""";

    static Options of(String[] arguments) {
        if (arguments.length == 0 || arguments[0].startsWith("-")) {
            throw new IllegalArgumentException("Which benchmark?\n" + USAGE);
        }
        boolean json = false;
        boolean again = false;
        boolean keep = arguments[0].equals("all");
        boolean tenfold = false;
        boolean matching = true;
        long rows = 0;
        long orders = 0;
        long rounds = USUAL_ROUNDS;
        long seed = USUAL_SEED;
        List<Peer> peers = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--json" -> json = true;
                case "--again" -> again = true;
                case "--keep" -> keep = true;
                case "--tenfold" -> tenfold = true;
                case "--matching" -> matching = !value(arguments, ++i).equals("off");
                case "--rows" -> rows = number(arguments, ++i);
                case "--orders" -> orders = number(arguments, ++i);
                case "--rounds" -> rounds = Math.max(1, number(arguments, ++i));
                case "--seed" -> seed = number(arguments, ++i);
                case "--peer" -> peers.add(Peer.of(value(arguments, ++i)));
                default -> throw new IllegalArgumentException("\"" + arguments[i] + "\" is no option.\n" + USAGE);
            }
        }
        return new Options(
                arguments[0],
                json,
                rows,
                orders,
                (int) rounds,
                seed,
                again,
                keep,
                tenfold,
                matching,
                List.copyOf(peers));
    }

    /** Whose files the benchmarks against limits are about. */
    Retailer retailer() {
        long customers = rows == 0 ? USUAL_ROWS : rows;
        return new Retailer(seed, customers, orders == 0 ? customers : orders);
    }

    private static long number(String[] arguments, int at) {
        String value = value(arguments, at);
        try {
            return Long.parseLong(value.replace("_", ""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    arguments[at - 1] + " wants a whole number, not \"" + value + "\".\n" + USAGE, e);
        }
    }

    private static String value(String[] arguments, int at) {
        if (at == arguments.length) {
            throw new IllegalArgumentException("\"" + arguments[at - 1] + "\" wants a value.\n" + USAGE);
        }
        return arguments[at];
    }
}
