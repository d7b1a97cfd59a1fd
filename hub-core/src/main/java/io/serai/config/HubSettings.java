package io.serai.config;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * {@code config/hub.yaml}.
 *
 * @param name the organisation's name
 * @param timezone of times that name none, and of schedules
 * @param sqlite the store's file, relative to the home unless absolute
 * @param server where the API listens
 * @param retention how long what is kept
 * @param guards when the hub stops and asks a person
 */
public record HubSettings(
        String name, ZoneId timezone, String sqlite, Server server, Retention retention, Guards guards) {

    /** What a hub does whose file says nothing. */
    public static final HubSettings DEFAULT = new HubSettings(
            "Serai",
            ZoneOffset.UTC,
            "data/hub.db",
            new Server("127.0.0.1", 8080),
            new Retention(Optional.empty(), Optional.empty()),
            new Guards(0.05, 0.20, true, 0.01));

    /**
     * Where the API listens.
     *
     * @param host an interface's name or address
     * @param port 1 to 65535
     */
    public record Server(String host, int port) {}

    /**
     * How long what is kept; empty is for ever.
     *
     * @param events events' age
     * @param runs runs' age
     */
    public record Retention(Optional<Duration> events, Optional<Duration> runs) {}

    /**
     * When the hub stops and asks a person.
     *
     * @param maxRemovals the largest part of what a destination holds that may be removed at once, 0 to 1
     * @param maxChange the largest part that may be changed at once, 0 to 1
     * @param approveFirstRun whether the first push to an empty ledger waits
     * @param maxMerges the largest part of all profiles that one run may merge into others, 0 to 1
     */
    public record Guards(double maxRemovals, double maxChange, boolean approveFirstRun, double maxMerges) {}
}
