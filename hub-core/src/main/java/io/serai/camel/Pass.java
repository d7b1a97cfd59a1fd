package io.serai.camel;

import io.serai.sync.Run;
import io.serai.sync.RunStatus;

/** What a start of a route does in one run. */
interface Pass {

    /**
     * Delivers everything, page by page, until the run is cancelled.
     *
     * @param start the start of the route, for what else is in it
     * @return how the run ended
     * @throws RuntimeException when it failed; the failed page is not done
     */
    RunStatus run(Run run, HubConsumer start);
}
