package io.serai.camel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * When routes that run {@code every} so often ran last, so that one that is stopped and started again for an edit keeps its
 * beat instead of beginning anew. For any thread.
 */
final class Beats {

    private record Beat(String schedule, long nanos) {}

    private final Map<String, Beat> last = new ConcurrentHashMap<>();

    /** A scheduled run of the route has ended now. */
    void note(String route, String schedule) {
        last.put(route, new Beat(schedule, System.nanoTime()));
    }

    /**
     * How long until the next run.
     *
     * @param schedule the start of the route with its options; another one begins anew
     * @param delay between runs, milliseconds
     * @param initial before the first run, milliseconds
     * @return milliseconds
     */
    long next(String route, String schedule, long delay, long initial) {
        Beat beat = last.get(route);
        if (beat == null || !beat.schedule().equals(schedule)) {
            return initial;
        }
        return Math.max(1, delay - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beat.nanos()));
    }
}
