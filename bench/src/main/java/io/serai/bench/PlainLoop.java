package io.serai.bench;

import io.serai.Accounts;
import io.serai.Hub;
import io.serai.HubHome;
import io.serai.camel.ConnectionStreams;
import io.serai.record.Mapping;
import io.serai.record.StreamName;
import io.serai.sync.PullRun;
import io.serai.sync.PulledPage;
import io.serai.sync.RecordKeys;
import io.serai.sync.Run;
import io.serai.sync.RunRequest;
import io.serai.sync.RunStatus;
import io.serai.sync.Trigger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What {@code hub sync customers} does, page by page, in the same transactions and with the same end, with no route and no exchange between. Argument: the home. */
final class PlainLoop {

    private static final StreamName STREAM = new StreamName("retail", "customers");

    private PlainLoop() {}

    public static void main(String[] arguments) throws IOException {
        HubHome home = HubHome.load(Path.of(arguments[0]), Optional.of(Path.of(System.getProperty("serai.install"))));
        if (!home.checked().problems().isEmpty()) {
            throw new IOException(home.text(home.checked().problems().get(0)));
        }
        try (Hub hub = Hub.writing(home, "bench");
                Accounts accounts = Accounts.of(home)) {
            Mapping mapping = hub.config().mappings().get("customers");
            ConnectionStreams streams = new ConnectionStreams(accounts.connections());
            RecordKeys keys = RecordKeys.of(streams.key(STREAM), mapping);
            Run run = hub.runs().start("customers", RunRequest.send(Trigger.COMMAND));
            hub.ingestStep().load(run, () -> {
                try (PullRun pull =
                        new PullRun(hub.pulls(), run, STREAM, streams.source(STREAM), streams.stream(STREAM))) {
                    Optional<PulledPage> next = pull.next();
                    while (next.isPresent()) {
                        PulledPage page = next.get();
                        hub.ingestStep().page(run, mapping, page.body(), keys, page.tally(), page.pass());
                        pull.done(page);
                        next = pull.next();
                    }
                    pull.complete();
                }
                return null;
            });
            run.finish(RunStatus.DONE, null);
        }
    }
}
