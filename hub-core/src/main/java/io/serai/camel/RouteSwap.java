package io.serai.camel;

import io.serai.sync.RunRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.model.RouteDefinition;

/** Puts the routes of some files in the place of those that run; the others do not notice. All of it happens, or nothing. */
final class RouteSwap {

    private final SafeContext context;
    private final RouteFiles before;
    private final RouteFiles after;
    private final Set<String> files;
    private final Duration patience;

    /**
     * @param files the names of the files that differ
     * @param patience how long a page or file under way may take to its end
     */
    RouteSwap(SafeContext context, RouteFiles before, RouteFiles after, Set<String> files, Duration patience) {
        this.context = context;
        this.before = before;
        this.after = after;
        this.files = files;
        this.patience = patience;
    }

    /**
     * Swaps.
     *
     * @return what was asked of the runs that this ended early, by route
     * @throws RouteProblemsException when the new ones do not start; the old ones run then
     * @throws RouteBusyException when an old one does not stop; it runs on
     */
    Map<String, RunRequest> run() {
        RouteBreak pause = new RouteBreak(context, patience);
        Set<String> old = before.ids(files);
        pause.stop(old);
        remove(old);
        try {
            new RouteLoader(context, after).load(files);
        } catch (RuntimeException e) {
            putBack(e);
            throw e;
        }
        return pause.interrupted();
    }

    private void putBack(RuntimeException why) {
        try {
            Set<String> half = after.ids(files);
            new RouteBreak(context, patience).stop(half);
            remove(half);
            new RouteLoader(context, before).load(files);
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }

    private void remove(Set<String> ids) {
        for (String id : new TreeSet<>(ids)) {
            try {
                context.removeRoute(id);
                for (RouteDefinition left : List.copyOf(context.getRouteDefinitions())) {
                    if (id.equals(left.getRouteId())) {
                        context.removeRouteDefinition(left);
                    }
                }
            } catch (Exception e) {
                throw new RouteProblemsException("The route \"" + id + "\" does not go: " + Sentences.of(e));
            }
        }
    }
}
