package io.serai.connector;

import java.time.Duration;

/**
 * How long the HTTP door goes on trying.
 *
 * @param attempts the most times that one request is sent
 * @param longest the longest that is waited between all of them
 * @param first the wait after the first failure; it doubles from there
 * @param mostBytes the longest answer
 */
public record Patience(int attempts, Duration longest, Duration first, int mostBytes) {

    /** For work that nobody waits for. */
    public static final Patience USUAL = new Patience(6, Duration.ofSeconds(60), Duration.ofMillis(500), 64 << 20);

    /** For somebody who waits for the answer, whatever it is. */
    public static final Patience BRIEF = new Patience(2, Duration.ofSeconds(3), Duration.ofMillis(500), 64 << 20);
}
