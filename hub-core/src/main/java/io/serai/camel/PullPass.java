package io.serai.camel;

import io.serai.config.HubEndpoints;
import io.serai.profile.IdentityEvents;
import io.serai.record.StreamName;
import io.serai.spi.Source;
import io.serai.spi.Stream;
import io.serai.sync.IdentityEventSource;
import io.serai.sync.PullRun;
import io.serai.sync.PulledPage;
import io.serai.sync.Purpose;
import io.serai.sync.Run;
import io.serai.sync.RunStatus;
import io.serai.sync.SyncException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * {@code hub:pull} and {@code hub:identity}: each page of a stream, its checkpoint moved when the route has finished it.
 *
 * @param name the stream's name, under which its checkpoint is kept
 * @param source opens what is read
 * @param stream what is known of it
 * @param empty whether the route is to see a page with nothing in it
 */
record PullPass(HubServices services, StreamName name, Supplier<Source> source, Supplier<Stream> stream, boolean empty)
        implements Pass {

    static PullPass ofStream(HubServices services, StreamName name) {
        return new PullPass(
                services, name, () -> services.streams().source(name), () -> services.streams().stream(name), true);
    }

    static PullPass ofIdentity(HubServices services, HubOptions options) {
        Set<String> kinds = options.text("kinds")
                .map(HubEndpoints::words)
                .map(Set::copyOf)
                .orElse(Set.copyOf(IdentityEvents.KINDS));
        return new PullPass(
                services,
                IdentityEventSource.NAME,
                () -> new IdentityEventSource(services.identityEvents(), kinds),
                () -> IdentityEventSource.STREAM,
                false);
    }

    @Override
    public RunStatus run(Run run, HubConsumer start) {
        if (run.request().purpose() != Purpose.SEND) {
            throw new SyncException("The route \"" + run.route()
                    + "\" pulls; a plan or a dry run is for routes that push. Run it: hub sync " + run.route());
        }
        return services.ingest().load(run, () -> pages(run, start));
    }

    private RunStatus pages(Run run, HubConsumer start) {
        try (PullRun pull = new PullRun(services.pulls(), run, name, source.get(), stream.get())) {
            int number = 0;
            Optional<PulledPage> next = pull.next();
            while (next.isPresent()) {
                PulledPage page = next.get();
                number++;
                if (empty || !page.records().isEmpty()) {
                    start.process(
                            new HubPass(run, page, null),
                            PageMessage.of(page.body(), number, page.last())
                                    .with("HubConnection", name.connection())
                                    .with("HubStream", name.stream()));
                }
                pull.done(page);
                next = pull.next();
            }
            pull.complete();
            return pull.ended() ? RunStatus.DONE : RunStatus.INTERRUPTED;
        }
    }
}
