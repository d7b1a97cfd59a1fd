package io.serai.camel;

import io.serai.sync.RunRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Route;

/** Routes that stop, each after the page under way, while their Camel goes on; and that may start again as they were. */
final class RouteBreak {

    private final SafeContext context;
    private final Duration patience;
    private final List<String> stopped = new ArrayList<>();
    private final Map<String, RunRequest> interrupted = new LinkedHashMap<>();

    /** @param patience how long a page or file under way may take to its end */
    RouteBreak(SafeContext context, Duration patience) {
        this.context = context;
        this.patience = patience;
    }

    /**
     * Stops routes: those that bring messages in before those that others call, so that no page is left half-way.
     *
     * @throws RouteBusyException when one does not come to an end; all of them run on
     */
    void stop(Collection<String> routes) {
        List<String> order = routes.stream()
                .filter(id -> context.getRoute(id) != null)
                .filter(id -> context.getRouteController().getRouteStatus(id).isStarted())
                .sorted(Comparator.comparing(this::isCalled))
                .toList();
        for (String id : order) {
            Route route = context.getRoute(id);
            if (!stopped(id)) {
                start();
                throw new RouteBusyException(id, patience);
            }
            stopped.add(id);
            if (route.getConsumer() instanceof HubConsumer start) {
                start.interrupted().ifPresent(request -> interrupted.put(id, request));
            }
        }
    }

    private boolean isCalled(String route) {
        String uri = context.getRoute(route).getEndpoint().getEndpointBaseUri();
        return uri.startsWith("direct:") || uri.startsWith("seda:") || uri.startsWith("kamelet:");
    }

    private boolean stopped(String route) {
        try {
            return context.getRouteController().stopRoute(route, patience.toMillis(), TimeUnit.MILLISECONDS, true);
        } catch (Exception e) {
            throw new RouteProblemsException("The route \"" + route + "\" does not stop: " + Sentences.of(e));
        }
    }

    /** Starts again what was stopped, last first. */
    void start() {
        List<String> order = new ArrayList<>(stopped);
        Collections.reverse(order);
        for (String id : order) {
            try {
                context.getRouteController().startRoute(id);
            } catch (Exception e) {
                throw new RouteProblemsException("The route \"" + id + "\" does not start again: " + Sentences.of(e));
            }
        }
        stopped.clear();
    }

    /** What was asked of the runs that the stop ended early, by route. */
    Map<String, RunRequest> interrupted() {
        return interrupted;
    }
}
