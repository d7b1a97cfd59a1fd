package io.serai.camel;

import io.serai.sync.RunRefused;
import io.serai.sync.RunRequest;
import io.serai.sync.RunStatus;
import io.serai.sync.RunView;
import io.serai.sync.Trigger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.model.RouteDefinition;

/**
 * Runs one page through a route into nothing. What leads out of the hub is noted and not sent.
 *
 * @param home the hub home
 * @param services over a store that may be written and is thrown away
 * @param call whether steps that ask other systems do so
 */
public record RouteTrial(Path home, HubServices services, boolean call) {

    private static final String ENTRY = "direct:hub-route-try";

    /**
     * A message in the place of one that another system would deliver.
     *
     * @param body its bytes
     * @param headers by name
     */
    public record Message(byte[] body, Map<String, Object> headers) {}

    /**
     * Tries a route.
     *
     * @param message what it starts with; empty for a route that starts at {@code hub:}
     * @throws RunRefused when there is no message and the route does not start at {@code hub:}
     * @throws RouteProblemsException when the route cannot be loaded or started
     */
    public Trial run(String route, Optional<Message> message) {
        TrialLog log = new TrialLog(route);
        Ran ran = run(route, message, log);
        return new Trial(route, ran.start(), log.steps(ran.lines()), List.of(), ran.error());
    }

    private record Ran(String start, Map<String, List<String>> lines, Optional<String> error) {}

    /** Ends when every step has: closing waits for what {@code seda:} still holds. */
    private Ran run(String route, Optional<Message> message, TrialLog log) {
        try (HubCamel camel = HubCamel.open(home, System.getenv())) {
            SafeContext context = camel.safe();
            context.setSourceLocationEnabled(true);
            context.setExecutorServiceManager(new TrialThreads(context));
            context.getCamelContextExtension()
                    .registerEndpointCallback((uri, endpoint) -> TrialEndpoint.of(uri, endpoint, call));
            context.getCamelContextExtension().addInterceptStrategy(new TrialSteps(log, call));
            camel.loadAny(services, Optional.of(route));
            RouteDefinition definition = context.getRouteDefinition(route);
            String start = definition.getInput().getEndpointUri();
            boolean ours = start.startsWith("hub:");
            if (ours && message.isPresent()) {
                throw new RunRefused("The route \"" + route + "\" starts at " + start.replaceFirst("\\?.*", "")
                        + " and reads its page by itself: leave --body away.");
            }
            if (!ours && message.isEmpty()) {
                throw new RunRefused(
                        "The route \"" + route + "\" starts at " + start.replaceFirst("\\?.*", "")
                                + ", which delivers when it has something. Give it something: --body FILE, and --header NAME=VALUE where it looks at headers.");
            }
            if (message.isPresent()) {
                definition.getInput().setUri(ENTRY);
            }
            camel.start();
            Optional<String> error = message.isPresent() ? send(context, message.get()) : page(camel, route);
            return new Ran(start.replaceFirst("\\?.*", ""), camel.lines(), error);
        }
    }

    private static Optional<String> send(SafeContext context, Message message) {
        try (ProducerTemplate template = context.createProducerTemplate()) {
            Exchange done = template.request(ENTRY, exchange -> {
                exchange.getMessage().setHeaders(new HashMap<>(message.headers()));
                exchange.getMessage().setBody(message.body());
            });
            return Optional.ofNullable(done.getException()).map(Sentences::of);
        } catch (IOException e) {
            return Optional.of(Sentences.of(e));
        }
    }

    private static Optional<String> page(HubCamel camel, String route) {
        RunView run = camel.runOnce(route, RunRequest.send(Trigger.COMMAND));
        return run.status() == RunStatus.FAILED ? Optional.ofNullable(run.message()) : Optional.empty();
    }
}
