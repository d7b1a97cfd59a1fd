package io.serai.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What the command line asked for.
 *
 * @param rows how many rows; 0 for the suite's own
 * @param seed of the invented customers
 * @param peers figures of others, measured elsewhere
 */
record Options(String suite, boolean json, long rows, long seed, List<Peer> peers) {

    /** The seed of the customers on which matching was measured while it was built. */
    private static final long USUAL_SEED = 7;

    static final String USAGE =
            "bench/run people|customers|live|calibration [--json] [--rows N] [--seed N] [--peer NAME[@CASE]=F1,wall,cpu,mb ...]";

    static Options of(String[] arguments) {
        if (arguments.length == 0 || arguments[0].startsWith("-")) {
            throw new IllegalArgumentException("Which benchmark? " + USAGE);
        }
        boolean json = false;
        long rows = 0;
        long seed = USUAL_SEED;
        List<Peer> peers = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--json" -> json = true;
                case "--rows" -> rows = number(arguments, ++i);
                case "--seed" -> seed = number(arguments, ++i);
                case "--peer" -> peers.add(Peer.of(value(arguments, ++i)));
                default -> throw new IllegalArgumentException("\"" + arguments[i] + "\" is no option. " + USAGE);
            }
        }
        return new Options(arguments[0], json, rows, seed, List.copyOf(peers));
    }

    private static long number(String[] arguments, int at) {
        String value = value(arguments, at);
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    arguments[at - 1] + " wants a whole number, not \"" + value + "\". " + USAGE, e);
        }
    }

    private static String value(String[] arguments, int at) {
        if (at == arguments.length) {
            throw new IllegalArgumentException("\"" + arguments[at - 1] + "\" wants a value. " + USAGE);
        }
        return arguments[at];
    }
}
