package io.serai.camel;

import io.serai.sync.SyncException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Stages the people of a page. */
final class HubPushProducer extends DefaultProducer {

    private final HubPushEndpoint endpoint;

    HubPushProducer(HubPushEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public void process(Exchange exchange) {
        HubPass pass = HubPass.of(exchange);
        if (pass == null || pass.pushes() == null) {
            throw new SyncException(
                    "\"" + Sentences.name(endpoint)
                            + "\" pushes people, and this route does not start at hub:segment or hub:profiles. Start one there.");
        }
        pass.pushes().session(endpoint).stage(people(exchange.getMessage().getBody()));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> people(Object body) {
        List<Map<String, Object>> people = new ArrayList<>();
        for (Object item : body instanceof List<?> list ? list : body == null ? List.of() : List.of(body)) {
            if (!(item instanceof Map<?, ?>)) {
                throw new SyncException("\"" + Sentences.name(endpoint)
                        + "\" takes people: a map, or a list of maps. The step before gave "
                        + (item == null ? "nothing" : item.getClass().getName()) + ".");
            }
            people.add((Map<String, Object>) item);
        }
        return people;
    }
}
