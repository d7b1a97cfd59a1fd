package io.serai.connector;

import java.time.Duration;
import java.time.Instant;

/**
 * Spaces the requests of one account. An account that has been quiet may send one second's worth at once. Thread-safe.
 *
 * <p>The generic cell rate algorithm (ITU-T I.371): one instant says it all, so there is no bucket to refill.
 */
final class Throttle {

    private final Duration interval;
    private final Duration burst;
    private final Waiting waiting;
    private Instant free = Instant.MIN;

    Throttle(RateLimit limit, Waiting waiting) {
        this.interval = limit.interval();
        Duration second = Duration.ofSeconds(1).minus(interval);
        this.burst = second.isNegative() ? Duration.ZERO : second;
        this.waiting = waiting;
    }

    /** Returns when a request may be sent. */
    void takeTurn() {
        Duration wait = reserve();
        if (!wait.isNegative() && !wait.isZero()) {
            waiting.pause(wait);
        }
    }

    private synchronized Duration reserve() {
        Instant now = waiting.now();
        Instant mine = free.isBefore(now) ? now : free;
        free = mine.plus(interval);
        return Duration.between(now, mine.minus(burst));
    }

    /** Sends nothing before the system is ready again. */
    synchronized void holdOff(Duration time) {
        Instant until = waiting.now().plus(time).plus(burst);
        free = free.isBefore(until) ? until : free;
    }
}
