package io.serai.camel;

import io.serai.config.RouteVocabulary;
import io.serai.config.Suggestion;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.ComponentResolver;

/** Components by the allow-list. */
record AllowedComponents(ComponentResolver camel) implements ComponentResolver {

    @Override
    public Component resolveComponent(String name, CamelContext context) throws Exception {
        if (!RouteVocabulary.schemes().contains(name)) {
            throw new RefusedException("The component \"" + name + "\" is not allowed or not known. "
                    + Suggestion.hint(name, RouteVocabulary.schemes()));
        }
        return camel.resolveComponent(name, context);
    }
}
