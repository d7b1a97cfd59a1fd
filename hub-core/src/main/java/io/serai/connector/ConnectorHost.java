package io.serai.connector;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the hub has to lend to connectors. Transport and loans are asked for only when a connector needs them, so opening a
 * connection and listing its streams loads neither.
 *
 * @param home the hub home
 * @param zone the hub's timezone
 * @param transport how requests go over the wire
 * @param lend gives an object of a type, {@code CamelContext} for one; null when there is none
 * @param patience how long requests are tried again
 * @param cancelled whether the hub is stopping: waits end early then
 */
public record ConnectorHost(
        Path home,
        ZoneId zone,
        Supplier<HttpTransport> transport,
        Function<Class<?>, Object> lend,
        Patience patience,
        BooleanSupplier cancelled) {

    /** A host for commands that only look: streams and settings. Any use of the network fails. */
    public static ConnectorHost lookingOnly(Path home, ZoneId zone) {
        return new ConnectorHost(
                home,
                zone,
                () -> {
                    throw new IllegalStateException("this command does not use the network");
                },
                type -> null,
                Patience.BRIEF,
                () -> false);
    }
}
