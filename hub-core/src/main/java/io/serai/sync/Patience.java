package io.serai.sync;

import java.time.Duration;

/**
 * How long the hub waits for a system that may come back.
 *
 * @param tries how often one call is made
 * @param first the pause after the first failure; doubles with each
 * @param longest the longest single pause; a system that asks for more is given up for this run
 */
public record Patience(int tries, Duration first, Duration longest) {

    /** The HTTP door has tried for half a minute by itself before a failure comes here: once more is enough. */
    public static final Patience USUAL = new Patience(2, Duration.ofSeconds(2), Duration.ofMinutes(2));

    /** The pause after a failed try, counted from 1; what the system asked for when it is more. */
    Duration pause(int tried, Duration asked) {
        Duration own = first.multipliedBy(1L << Math.min(20, tried - 1));
        Duration wanted = asked != null && asked.compareTo(own) > 0 ? asked : own;
        return wanted;
    }
}
