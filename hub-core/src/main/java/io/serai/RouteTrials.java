package io.serai;

import io.serai.camel.ConnectionStreams;
import io.serai.camel.HubServices;
import io.serai.camel.RouteTrial;
import io.serai.camel.Trial;
import io.serai.config.RouteEndpoint;
import io.serai.record.StreamName;
import io.serai.sync.Checkpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Tries routes: one page goes through, what it would store goes into an empty store that is thrown away, what it would send is
 * noted. The hub's own store is only read.
 *
 * @param home passed its check
 * @param fromCheckpoint whether a pull begins where the route's last run came to, and not at the beginning
 * @param call whether steps that ask other systems do so
 */
public record RouteTrials(HubHome home, boolean fromCheckpoint, boolean call) {

    private static final int MOST_REFUSED = 20;

    /**
     * Tries a route.
     *
     * @param message what it starts with; empty for a route that starts at {@code hub:}
     * @throws io.serai.sync.RunRefused when there is no message and the route does not start at {@code hub:}
     * @throws io.serai.camel.RouteProblemsException when the route cannot be loaded or started
     */
    public Trial run(String route, Optional<RouteTrial.Message> message) {
        try (TemporaryFolder folder = temporary()) {
            return run(route, message, folder.path().resolve("try.db"));
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary store cannot be deleted: " + e.getMessage(), e);
        }
    }

    private Trial run(String route, Optional<RouteTrial.Message> message, Path store) {
        try (Hub scratch = Hub.scratch(home, store);
                Accounts accounts = Accounts.of(home)) {
            if (!Files.exists(home.checked().config().store())) {
                return run(route, message, scratch, scratch, accounts);
            }
            try (Hub real = Hub.reading(home)) {
                return run(route, message, scratch, real, accounts);
            }
        }
    }

    private Trial run(String route, Optional<RouteTrial.Message> message, Hub scratch, Hub real, Accounts accounts) {
        if (fromCheckpoint) {
            checkpoint(route, scratch.pulls().checkpoints(), real.pulls().checkpoints());
        }
        HubServices services = new HubServices(
                scratch.config().hub().timezone(),
                scratch.runs(),
                scratch.pulls(),
                scratch.ingestStep(),
                scratch.pushes(),
                scratch.guards(),
                new ConnectionStreams(accounts.connections()),
                new TrialPeople(real),
                real.identityEvents(),
                scratch.config().mappings(),
                scratch.config().outMappings());
        Trial trial = new RouteTrial(home.home(), services, call).run(route, message);
        return trial.refusing(scratch.runs().list(route, 1).stream()
                .flatMap(run -> scratch.rejections().of(run.id(), MOST_REFUSED).stream())
                .map(refused -> refused.key() + ": " + refused.reason())
                .toList());
    }

    private void checkpoint(String route, Checkpoints scratch, Checkpoints real) {
        RouteEndpoint from = home.checked().config().route(route).orElseThrow().from();
        if (from.isHub("pull")) {
            StreamName name = new StreamName(from.parts().get(1), from.parts().get(2));
            scratch.save(route, name, real.load(route, name), 0, Instant.now());
        }
    }

    private static TemporaryFolder temporary() {
        try {
            return TemporaryFolder.create("hub-route-try");
        } catch (IOException e) {
            throw new UncheckedIOException("There is no room for a temporary store: " + e.getMessage(), e);
        }
    }
}
