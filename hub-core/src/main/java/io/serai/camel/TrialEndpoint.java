package io.serai.camel;

import io.serai.record.MappingException;
import io.serai.record.OutMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.PollingConsumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

/** In the place of an endpoint that leads out of the hub: says what it would have got, and gives it to nobody. */
final class TrialEndpoint extends DefaultEndpoint {

    /** These stay inside, or write where a trial may write. */
    private static final Set<String> INSIDE = Set.of("direct", "seda", "kamelet", "mock");

    private static final int EXAMPLES = 3;

    private final Endpoint real;
    private final boolean call;

    private TrialEndpoint(Endpoint real, boolean call) {
        super(real.getEndpointUri(), real.getComponent());
        this.real = real;
        this.call = call;
    }

    /** @param call whether steps that ask other systems do so */
    static Endpoint of(String uri, Endpoint real, boolean call) {
        String scheme = uri.replaceFirst(":.*", "");
        boolean stays = INSIDE.contains(scheme) || scheme.equals("hub") && !(real instanceof HubPushEndpoint);
        return stays ? real : new TrialEndpoint(real, call);
    }

    @Override
    public boolean isSingleton() {
        return real.isSingleton();
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        return real.createConsumer(processor);
    }

    @Override
    public PollingConsumer createPollingConsumer() throws Exception {
        return real.createPollingConsumer();
    }

    @Override
    public Producer createProducer() throws Exception {
        Producer asked = call && !(real instanceof HubPushEndpoint) ? real.createProducer() : null;
        return new DefaultProducer(this) {
            @Override
            public void process(Exchange exchange) throws Exception {
                TrialLog.Note note = exchange.getProperty(TrialLog.NOTE, TrialLog.Note.class);
                if (asked != null && note != null && note.node().getShortName().equals("enrich")) {
                    asked.start();
                    asked.process(exchange);
                } else if (note != null) {
                    note.say(said(exchange));
                }
            }

            @Override
            protected void doStop() throws Exception {
                if (asked != null) {
                    asked.stop();
                }
                super.doStop();
            }
        };
    }

    private String said(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (real instanceof HubPushEndpoint push) {
            return pushed(push.mapper(), body instanceof List<?> list ? list : List.of(body));
        }
        return "would send " + Sample.of(body);
    }

    @SuppressWarnings("unchecked")
    private static String pushed(OutMapper mapper, List<?> people) {
        StringBuilder text = new StringBuilder(
                "would hand " + people.size() + (people.size() == 1 ? " person" : " people") + " to the plan");
        people.stream().limit(EXAMPLES).forEach(person -> {
            try {
                text.append("; ").append(Sample.text(mapper.map((Map<String, Object>) person)));
            } catch (MappingException e) {
                text.append("; refused: ").append(e.getMessage());
            }
        });
        return text.toString();
    }
}
