package io.serai.camel;

import io.serai.sync.Run;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeFailureHandledEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What failed in a route and was taken by its error handler: to Camel that is done, and the run says that it was not done as
 * written. Safe for use by many threads.
 */
final class Failures extends EventNotifierSupport {

    private static final Logger LOG = LoggerFactory.getLogger("io.serai.runs");

    private record Handled(int messages, String where, String first) {}

    private final Map<Run, Handled> byRun = Collections.synchronizedMap(new WeakHashMap<>());

    Failures() {
        setIgnoreCamelContextEvents(true);
        setIgnoreCamelContextInitEvents(true);
        setIgnoreExchangeCompletedEvent(true);
        setIgnoreExchangeCreatedEvent(true);
        setIgnoreExchangeRedeliveryEvents(true);
        setIgnoreExchangeSendingEvents(true);
        setIgnoreExchangeSentEvents(true);
        setIgnoreRouteEvents(true);
        setIgnoreServiceEvents(true);
        setIgnoreStepEvents(true);
    }

    /** Which events Camel need make at all. */
    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof ExchangeFailureHandledEvent;
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeFailureHandledEvent handled) {
            Exchange exchange = handled.getExchange();
            HubPass pass = HubPass.of(exchange);
            String why = why(exchange);
            if (pass == null) {
                LOG.warn(
                        "A message of \"{}\" failed and was handled{}: {}",
                        exchange.getFromRouteId(),
                        to(handled),
                        why);
            } else {
                byRun.merge(
                        pass.run(),
                        new Handled(1, to(handled), why),
                        (one, other) -> new Handled(one.messages() + 1, one.where(), one.first()));
            }
        }
    }

    private static String to(ExchangeFailureHandledEvent handled) {
        return handled.getDeadLetterUri() == null
                ? ""
                : ", to " + handled.getDeadLetterUri().replaceFirst("\\?.*", "").replace("://", ":");
    }

    private static String why(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        return failure == null ? "no reason was given" : Sentences.of(failure);
    }

    /** The sentence for a run in which something failed and was handled. */
    Optional<String> sentence(Run run) {
        return Optional.ofNullable(byRun.remove(run))
                .map(handled -> handled.messages() == 1
                        ? "1 message failed on its way and was handled by the route" + handled.where() + ": "
                                + handled.first()
                        : handled.messages() + " messages failed on their way and were handled by the route"
                                + handled.where() + ". The first: " + handled.first());
    }
}
