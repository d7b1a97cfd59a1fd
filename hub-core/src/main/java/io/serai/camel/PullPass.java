package io.serai.camel;

import io.serai.record.StreamName;
import io.serai.sync.PullRun;
import io.serai.sync.PulledPage;
import io.serai.sync.Purpose;
import io.serai.sync.Run;
import io.serai.sync.RunStatus;
import io.serai.sync.SyncException;
import java.util.Optional;

/** {@code hub:pull}: each page of a stream, its checkpoint moved when the route has finished it. */
record PullPass(HubServices services, StreamName name) implements Pass {

    @Override
    public RunStatus run(Run run, HubConsumer start) {
        if (run.request().purpose() != Purpose.SEND) {
            throw new SyncException("The route \"" + run.route()
                    + "\" pulls; a plan or a dry run is for routes that push. Run it: hub sync " + run.route());
        }
        try (PullRun pull = new PullRun(
                services.pulls(), run, name, services.streams().source(name), services.streams().stream(name))) {
            int number = 0;
            Optional<PulledPage> next = pull.next();
            while (next.isPresent()) {
                PulledPage page = next.get();
                number++;
                start.process(
                        new HubPass(run, page, null),
                        PageMessage.of(page.body(), number, page.last())
                                .with("HubConnection", name.connection())
                                .with("HubStream", name.stream()));
                pull.done(page);
                next = pull.next();
            }
            pull.complete();
            return pull.ended() ? RunStatus.DONE : RunStatus.INTERRUPTED;
        }
    }
}
