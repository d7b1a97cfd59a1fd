package io.serai.camel;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Consumer;
import org.apache.camel.MultipleConsumersSupport;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.ScheduledPollEndpoint;

/** {@code hub:pull}, {@code hub:identity}, {@code hub:segment} and {@code hub:profiles}: where routes start. */
final class HubStartEndpoint extends ScheduledPollEndpoint implements MultipleConsumersSupport {

    private final HubComponent component;
    private final Pass pass;
    private Map<String, Object> written = Map.of();

    HubStartEndpoint(String uri, HubComponent component, Pass pass) {
        super(uri, component);
        this.component = component;
        this.pass = pass;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        configureScheduledPollConsumerProperties(new HashMap<>(written));
        HubConsumer consumer = new HubConsumer(this, processor, component, pass);
        configureConsumer(consumer);
        consumer.setExceptionHandler(new SentenceHandler());
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException(
                "\"" + Sentences.name(this) + "\" is a start, not a step: write it after \"from:\".");
    }

    @Override
    public void configureProperties(Map<String, Object> options) {
        written = Map.copyOf(options);
        super.configureProperties(options);
    }

    /** Many routes may start at the same people, each by a schedule of its own. */
    @Override
    public boolean isMultipleConsumersSupported() {
        return true;
    }
}
