package io.serai.camel;

import java.util.Map;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.ScheduledPollEndpoint;

/** {@code hub:pull}, {@code hub:segment} and {@code hub:profiles}: where routes start. */
final class HubStartEndpoint extends ScheduledPollEndpoint {

    private final HubServices services;
    private final Pass pass;

    HubStartEndpoint(String uri, HubComponent component, Pass pass) {
        super(uri, component);
        this.services = component.services();
        this.pass = pass;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        HubConsumer consumer = new HubConsumer(this, processor, services.runs(), pass);
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
        super.configureProperties(options);
    }
}
