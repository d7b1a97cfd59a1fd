package io.serai.camel;

import io.serai.sync.RunRequest;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs that ended early because their routes were stopped for an edit.
 *
 * @param context where their routes are again, if they still are
 */
record InterruptedRuns(CamelContext context) {

    private static final Logger LOG = LoggerFactory.getLogger("io.serai.runs");

    /** Runs them on from where they came to, each on a thread of its own. */
    void goOn(Map<String, RunRequest> interrupted) {
        interrupted.forEach((id, request) -> {
            Route route = context.getRoute(id);
            if (route != null && route.getConsumer() instanceof HubConsumer start) {
                context.getExecutorServiceManager()
                        .newThread("run of " + id, () -> goOn(start, request))
                        .start();
            }
        });
    }

    private static void goOn(HubConsumer start, RunRequest request) {
        try {
            start.trigger(request);
        } catch (RuntimeException e) {
            LOG.info("{} It goes on by its schedule.", e.getMessage());
        }
    }
}
