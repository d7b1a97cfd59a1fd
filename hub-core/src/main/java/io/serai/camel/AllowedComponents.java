package io.serai.camel;

import io.serai.config.RouteComponents;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.ComponentResolver;

/**
 * Components by the allow-list.
 *
 * @param components asked for late: Camel makes its resolvers before the context is complete
 */
record AllowedComponents(ComponentResolver camel, Supplier<RouteComponents> components) implements ComponentResolver {

    @Override
    public Component resolveComponent(String name, CamelContext context) throws Exception {
        RouteComponents allowed = components.get();
        if (!allowed.allow(name)) {
            RouteComponents.Refusal refusal = allowed.refusal(name);
            throw new RefusedException(refusal.message() + " " + refusal.hint());
        }
        return camel.resolveComponent(name, context);
    }
}
