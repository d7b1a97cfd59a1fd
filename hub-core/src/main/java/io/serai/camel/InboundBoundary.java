package io.serai.camel;

import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.EndpointStrategy;
import org.apache.camel.spi.HeaderFilterStrategyAware;
import org.apache.camel.support.LifecycleStrategySupport;

/** Puts {@link InboundHeaders} at every component and endpoint that asks which headers may come in. */
final class InboundBoundary extends LifecycleStrategySupport implements EndpointStrategy {

    private final WireHeaders wire;

    InboundBoundary(WireHeaders wire) {
        this.wire = wire;
    }

    @Override
    public void onComponentAdd(String name, Component component) {
        if (component instanceof HeaderFilterStrategyAware aware && aware.getHeaderFilterStrategy() != null) {
            guard(aware, name);
        }
    }

    @Override
    public void onEndpointAdd(Endpoint endpoint) {
        if (endpoint instanceof HeaderFilterStrategyAware aware) {
            guard(aware, scheme(endpoint));
        }
    }

    /** Camel tells of endpoints that it makes for one message ({@code cacheSize: -1}) only here. */
    @Override
    public Endpoint registerEndpoint(String uri, Endpoint endpoint) {
        onEndpointAdd(endpoint);
        return endpoint;
    }

    static String scheme(Endpoint endpoint) {
        return endpoint.getEndpointUri().replaceFirst(":.*", "");
    }

    private void guard(HeaderFilterStrategyAware aware, String scheme) {
        if (!(aware.getHeaderFilterStrategy() instanceof InboundHeaders)) {
            aware.setHeaderFilterStrategy(new InboundHeaders(wire, scheme, aware.getHeaderFilterStrategy()));
        }
    }
}
