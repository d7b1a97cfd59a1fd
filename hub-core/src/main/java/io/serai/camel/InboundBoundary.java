package io.serai.camel;

import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.HeaderFilterStrategyAware;
import org.apache.camel.support.LifecycleStrategySupport;

/** Puts {@link InboundHeaders} where messages come in: at every component and endpoint that takes headers from outside. */
final class InboundBoundary extends LifecycleStrategySupport {

    @Override
    public void onComponentAdd(String name, Component component) {
        if (component instanceof HeaderFilterStrategyAware aware && aware.getHeaderFilterStrategy() != null) {
            guard(aware);
        }
    }

    @Override
    public void onEndpointAdd(Endpoint endpoint) {
        if (endpoint instanceof HeaderFilterStrategyAware aware) {
            guard(aware);
        }
    }

    private static void guard(HeaderFilterStrategyAware aware) {
        if (!(aware.getHeaderFilterStrategy() instanceof InboundHeaders)) {
            aware.setHeaderFilterStrategy(new InboundHeaders(aware.getHeaderFilterStrategy()));
        }
    }
}
