package io.serai.camel;

import io.serai.config.Position;
import io.serai.config.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Loads route files into Camel, and says in whose file and line Camel found something wrong. */
final class RouteLoader {

    private final SafeContext context;
    private final RouteFiles files;

    RouteLoader(SafeContext context, RouteFiles files) {
        this.context = context;
        this.files = files;
    }

    /** @param wanted the only routes to load; empty for all */
    void load(Optional<Set<String>> wanted) {
        context.addComponent("kamelet", new HomeKamelets(files.kamelets().keySet()));
        files.kamelets().values().forEach(this::load);
        for (RouteFile file : files.all()) {
            boolean needed = wanted.isEmpty()
                    || file.concernsAll()
                    || file.routes().keySet().stream().anyMatch(wanted.get()::contains);
            if (needed) {
                load(file);
            }
        }
        if (wanted.isPresent()) {
            for (RouteDefinition route : List.copyOf(context.getRouteDefinitions())) {
                if (!wanted.get().contains(route.getRouteId())) {
                    remove(route);
                }
            }
        }
    }

    /** Loads some files, by name; into a Camel that runs, their routes start. */
    void load(Set<String> names) {
        files.all().stream().filter(file -> names.contains(file.name())).forEach(this::load);
    }

    private void load(RouteFile file) {
        Resource resource = ResourceHelper.fromBytes("file:" + file.name(), file.bytes());
        try {
            PluginHelper.getRoutesLoader(context).loadRoutes(resource);
        } catch (Exception e) {
            throw problem(place(e).orElseGet(() -> place(e, file)), e);
        }
    }

    private void remove(RouteDefinition route) {
        try {
            context.removeRouteDefinition(route);
        } catch (Exception e) {
            throw problem(files.position(route.getRouteId()), e);
        }
    }

    void start() {
        try {
            context.start();
        } catch (Exception e) {
            throw started(e);
        }
    }

    /** Starts the routes of a Camel that runs, as far as they start by themselves. */
    void startAll() {
        try {
            context.getRouteController().startAllRoutes();
        } catch (Exception e) {
            throw started(e);
        }
    }

    private RouteProblemsException started(Exception e) {
        return place(e).map(position -> problem(position, e))
                .orElseGet(() -> new RouteProblemsException("The routes do not start: " + Sentences.of(e)));
    }

    /** Where the route stands that could not be made or started. */
    private Optional<Position> place(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String route = cause instanceof FailedToCreateRouteException create
                    ? create.getRouteId()
                    : cause instanceof FailedToStartRouteException start ? start.getRouteId() : null;
            if (route != null && files.of(route).isPresent()) {
                return Optional.of(files.position(route));
            }
        }
        return Optional.empty();
    }

    private static RouteProblemsException problem(Position position, Exception e) {
        RouteProblemsException problem =
                new RouteProblemsException(List.of(new Problem(Problem.Severity.ERROR, position, Sentences.of(e), "")));
        problem.initCause(e);
        return problem;
    }

    private static Position place(Throwable thrown, RouteFile file) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof MarkedYamlEngineException marked
                    && marked.getProblemMark().isPresent()) {
                Mark mark = marked.getProblemMark().get();
                return new Position(file.name(), mark.getLine() + 1, mark.getColumn() + 1);
            }
        }
        return new Position(file.name(), 1, 1);
    }
}
