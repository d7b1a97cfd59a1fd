package io.serai.camel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SendDefinition;
import org.apache.camel.model.ToDefinition;

/** Finds the {@code hub:push} steps of a route and of those that it calls by {@code direct:} or {@code seda:}. */
final class PushSteps {

    private final ModelCamelContext context;
    private final List<HubPushEndpoint> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private PushSteps(ModelCamelContext context) {
        this.context = context;
    }

    static List<HubPushEndpoint> of(CamelContext context, String route) {
        PushSteps steps = new PushSteps((ModelCamelContext) context);
        steps.route(steps.context.getRouteDefinition(route));
        return steps.found;
    }

    /**
     * Whether a route does nothing but push what it starts with, to each destination once, so that its steps get people as the store
     * has them.
     */
    static boolean only(CamelContext context, String route) {
        PushSteps steps = new PushSteps((ModelCamelContext) context);
        RouteDefinition definition = steps.context.getRouteDefinition(route);
        List<HubPushEndpoint> pushes = of(context, route);
        return definition != null
                && !pushes.isEmpty()
                && pushes.size() == definition.getOutputs().size()
                && definition.getOutputs().stream().allMatch(output -> output.getClass() == ToDefinition.class)
                && pushes.stream().map(HubPushEndpoint::destination).distinct().count() == pushes.size();
    }

    private void route(RouteDefinition route) {
        if (route == null || !seen.add(route.getRouteId())) {
            return;
        }
        Collection<SendDefinition<?>> sends = sends(route);
        for (SendDefinition<?> send : sends) {
            Endpoint endpoint = context.getEndpoint(send.getEndpointUri());
            if (endpoint instanceof HubPushEndpoint push) {
                found.add(push);
            } else {
                called(endpoint).forEach(this::route);
            }
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Collection<SendDefinition<?>> sends(RouteDefinition route) {
        return (Collection) ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), SendDefinition.class);
    }

    private List<RouteDefinition> called(Endpoint endpoint) {
        String uri = endpoint.getEndpointBaseUri();
        if (!uri.startsWith("direct:") && !uri.startsWith("seda:")) {
            return List.of();
        }
        return context.getRouteDefinitions().stream()
                .filter(route -> context.getEndpoint(route.getInput().getEndpointUri())
                        .getEndpointBaseUri()
                        .equals(uri))
                .toList();
    }
}
