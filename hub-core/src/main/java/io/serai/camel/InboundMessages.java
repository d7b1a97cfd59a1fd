package io.serai.camel;

import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.HeaderFilterStrategyAware;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;

/**
 * Where a message enters a route from a component that does not ask which headers may come in: what the sender wrote and what the
 * component set cannot be told apart there, so only {@link WireHeaders} stay and what Camel says that this component sets.
 */
final class InboundMessages implements RoutePolicyFactory {

    /** Nothing from outside comes through these. */
    private static final Set<String> INSIDE =
            Set.of("hub", "direct", "seda", "kamelet", "timer", "scheduler", "quartz", "mock", "log");

    private final WireHeaders wire;

    InboundMessages(WireHeaders wire) {
        this.wire = wire;
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String id, NamedNode route) {
        return new RoutePolicySupport() {
            @Override
            public void onExchangeBegin(Route begun, Exchange exchange) {
                enter(begun.getEndpoint(), exchange);
            }
        };
    }

    private void enter(Endpoint from, Exchange exchange) {
        String scheme = InboundBoundary.scheme(from);
        if (from instanceof HeaderFilterStrategyAware || INSIDE.contains(scheme)) {
            return;
        }
        clean(scheme, exchange.getMessage());
        if (exchange.getContext().isAllowUseOriginalMessage() && exchange.getUnitOfWork() != null) {
            clean(scheme, exchange.getUnitOfWork().getOriginalInMessage());
        }
    }

    private void clean(String scheme, Message message) {
        if (message != null && message.hasHeaders()) {
            for (String name : List.copyOf(message.getHeaders().keySet())) {
                if (!wire.mayBring(scheme, name) && !wire.isSetBy(scheme, name)) {
                    message.removeHeader(name);
                }
            }
        }
    }
}
