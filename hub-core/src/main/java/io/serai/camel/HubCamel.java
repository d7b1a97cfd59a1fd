package io.serai.camel;

import io.serai.config.Suggestion;
import io.serai.sync.RunRefused;
import io.serai.sync.RunRequest;
import io.serai.sync.RunView;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Route;

/**
 * The routes of a home in a Camel of their own. Nothing that a route file says is resolved beyond the allow-list of
 * {@link io.serai.config.RouteVocabulary}. Open, load, start, run; close it in any case.
 */
public final class HubCamel implements AutoCloseable {

    private final Path home;
    private final SafeContext context = new SafeContext();
    private RouteFiles files;

    private HubCamel(Path home) {
        this.home = home;
    }

    /**
     * A Camel without routes, in which connectors can be opened.
     *
     * @param environment what {@code {{env:NAME}}} resolves from, usually {@link System#getenv()}
     */
    public static HubCamel open(Path home, Map<String, String> environment) {
        HubCamel camel = new HubCamel(home);
        camel.context.build();
        camel.context.addComponent("file", new HomeFileComponent(home));
        new RouteProperties(home, environment).into(camel.context);
        Strategies.into(camel.context);
        return camel;
    }

    /**
     * Loads all routes of the home; {@link #start} lets their schedules and consumers run.
     *
     * @throws RouteProblemsException when a route cannot be loaded; nothing was started
     */
    public void load(HubServices services) {
        load(services, Optional.empty());
    }

    /**
     * Loads one route and those that it calls by {@code direct:} and {@code seda:}, without schedules: it runs when
     * {@link #runOnce} says so.
     *
     * @throws RouteProblemsException when there is no such route, or it cannot be loaded
     * @throws RunRefused when the route starts at another component than {@code hub:}
     */
    public void load(HubServices services, String route) {
        load(services, Optional.of(route));
    }

    private void load(HubServices services, Optional<String> only) {
        files = RouteFiles.read(home);
        Optional<Set<String>> wanted = only.map(files::with);
        context.addComponent("hub", new HubComponent(services, only.isEmpty()));
        new RouteLoader(context, files).load(wanted);
        only.ifPresent(this::requireHubStart);
    }

    private void requireHubStart(String route) {
        String uri = context.getRouteDefinition(route).getInput().getEndpointUri();
        if (!uri.startsWith("hub:")) {
            throw notOnce(route, uri);
        }
    }

    private static RunRefused notOnce(String route, String uri) {
        return new RunRefused(
                "The route \"" + route + "\" starts at " + uri.replaceFirst("\\?.*", "")
                        + ", which delivers when it has something: it runs as long as the hub runs (hub run), and cannot be run once.");
    }

    /**
     * Starts the routes.
     *
     * @throws RouteProblemsException when one does not start; close this then
     */
    public void start() {
        new RouteLoader(context, files).start();
    }

    /**
     * Runs a started route once, on the caller's thread.
     *
     * @return the finished run, failed ones too
     * @throws RunRefused when the route is running already, or is none that can be run once
     */
    public RunView runOnce(String route, RunRequest request) {
        return consumer(route).trigger(request);
    }

    private HubConsumer consumer(String id) {
        Route route = context.getRoute(id);
        if (route == null) {
            throw new RunRefused(
                    ("There is no route \"" + id + "\" here. " + Suggestion.hint(id, files.ids())).strip());
        }
        Consumer consumer = route.getConsumer();
        if (consumer instanceof HubConsumer start) {
            return start;
        }
        throw notOnce(id, Sentences.name(route.getEndpoint()));
    }

    /** Lent to connectors that are built on Camel components. */
    public CamelContext context() {
        return context;
    }

    /** Stops after the pages under way; runs that are not finished are interrupted and go on at the next start. */
    @Override
    public void close() {
        context.stop();
    }
}
