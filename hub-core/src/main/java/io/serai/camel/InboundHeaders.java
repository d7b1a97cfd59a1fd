package io.serai.camel;

import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Between a component and what it is sent: only {@link WireHeaders} come in, in messages and in answers. What the component sets by
 * itself and what a route sets never passes here, and stays.
 *
 * @param scheme of the component
 * @param camel the component's own strategy, which may drop more
 */
record InboundHeaders(WireHeaders wire, String scheme, HeaderFilterStrategy camel) implements HeaderFilterStrategy {

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return !wire.mayBring(scheme, name)
                || camel != null && camel.applyFilterToExternalHeaders(name, value, exchange);
    }

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return camel != null && camel.applyFilterToCamelHeaders(name, value, exchange);
    }
}
