package io.serai.camel;

import io.serai.config.RouteComponents;
import io.serai.config.Suggestion;
import io.serai.sync.RunRefused;
import io.serai.sync.RunRequest;
import io.serai.sync.RunView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Route;

/**
 * The routes of a home in a Camel of their own. Nothing that a route file says is resolved beyond the allow-list of
 * {@link io.serai.config.RouteVocabulary}. Open, load, start, run; close it in any case.
 *
 * <p>While they run, {@link #edit} takes over what was saved in route files; {@link #pause} and {@link #resume} stop all routes
 * for what concerns all of them. Not for several threads at once.
 */
public final class HubCamel implements AutoCloseable {

    private final Path home;
    private final Map<String, String> environment;
    private final Beats beats;
    private final SafeContext context;
    private HubServices services;
    private RouteFiles files;
    private RouteBreak pause;

    private HubCamel(Path home, Map<String, String> environment, Beats beats) {
        this.home = home;
        this.context = new SafeContext(RouteComponents.of(home));
        this.environment = Map.copyOf(environment);
        this.beats = beats;
    }

    /**
     * A Camel without routes, in which connectors can be opened.
     *
     * @param environment what {@code {{env:NAME}}} resolves from, usually {@link System#getenv()}
     */
    public static HubCamel open(Path home, Map<String, String> environment) {
        return new HubCamel(home, environment, new Beats()).build();
    }

    /** Another Camel for the same home, whose routes go on in the beat of these. */
    public HubCamel another() {
        return new HubCamel(home, environment, beats).build();
    }

    private HubCamel build() {
        context.build();
        context.addComponent("file", new HomeFileComponent(home));
        new RouteProperties(home, environment).into(context);
        Strategies.into(context);
        return this;
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
        loadAny(services, only);
        only.ifPresent(this::requireHubStart);
    }

    /** As {@link #load(HubServices, String)}, wherever the route starts. */
    void loadAny(HubServices services, Optional<String> only) {
        files = RouteFiles.read(home);
        Optional<Set<String>> wanted = only.map(files::with);
        component(services, only.isEmpty());
        new RouteLoader(context, files).load(wanted);
    }

    private void component(HubServices services, boolean scheduling) {
        this.services = services;
        context.addComponent("hub", new HubComponent(services, scheduling, beats));
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
     * Makes the routes ready without starting one: what Camel finds wrong with them shows here. {@link #resume} starts them.
     *
     * @throws RouteProblemsException when something is wrong; close this then
     */
    public void prepare() {
        context.setAutoStartup(false);
        start();
        context.setAutoStartup(true);
    }

    /**
     * Stops all routes after the pages under way, until {@link #resume}.
     *
     * @param patience how long a page or file under way may take to its end
     * @return what was asked of the runs that this ended early, by route
     * @throws RouteBusyException when one does not come to an end; all run on
     */
    public Map<String, RunRequest> pause(Duration patience) {
        pause = new RouteBreak(context, patience);
        pause.stop(context.getRoutes().stream().map(Route::getId).toList());
        return pause.interrupted();
    }

    /**
     * Starts the routes that {@link #pause} stopped, or that {@link #prepare} made ready.
     *
     * @throws RouteProblemsException when one does not start
     */
    public void resume() {
        if (pause != null) {
            pause.start();
        } else {
            new RouteLoader(context, files).startAll();
        }
    }

    /** Whether what was saved in route files since they were loaded concerns all routes, not only those of these files. */
    public boolean editConcernsAll() {
        RouteFiles now = RouteFiles.read(home);
        Set<String> differing = files.differing(now);
        return files.concernAll(differing) || now.concernAll(differing);
    }

    /**
     * Takes over what was saved in route files: their routes are tried beside the running ones first, then only theirs stop,
     * after the pages under way, and start anew. A run that this ends early goes on at once.
     *
     * @param patience how long a page or file under way may take to its end
     * @param beforeSwap runs when the new ones are known to be good, and stops everything by throwing
     * @return what it came to
     * @throws RouteProblemsException when the new routes cannot be loaded or do not start; the old ones run
     * @throws RouteBusyException when an old route does not come to an end; all run on
     */
    public RouteEdit edit(Duration patience, Runnable beforeSwap) {
        RouteFiles now = RouteFiles.read(home);
        Set<String> differing = files.differing(now);
        tryOut(now, differing);
        beforeSwap.run();
        RouteEdit edit = RouteEdit.of(files.ids(differing), now.ids(differing));
        Map<String, RunRequest> interrupted = new RouteSwap(context, files, now, differing, patience).run();
        files = now;
        goOn(interrupted);
        return edit;
    }

    private void tryOut(RouteFiles now, Set<String> differing) {
        try (HubCamel scratch = another()) {
            scratch.files = now;
            scratch.component(services, true);
            RouteLoader loader = new RouteLoader(scratch.context, now);
            loader.load(now.needed(differing));
            scratch.prepare();
        }
    }

    /** Runs what was interrupted on from where it came to, now and not by its schedule, as far as the routes are still there. */
    public void goOn(Map<String, RunRequest> interrupted) {
        new InterruptedRuns(context).goOn(interrupted);
    }

    /** The ids of the routes that are loaded. */
    public Set<String> routes() {
        return Set.copyOf(files.ids());
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

    /** The lines of the route files, by name. */
    Map<String, List<String>> lines() {
        return files.lines();
    }

    SafeContext safe() {
        return context;
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
