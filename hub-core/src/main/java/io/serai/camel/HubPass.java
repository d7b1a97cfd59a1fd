package io.serai.camel;

import io.serai.sync.PulledPage;
import io.serai.sync.Run;
import org.apache.camel.Exchange;

/**
 * The run to which an exchange belongs. Travels as an exchange property, so that whatever is split, multicast or enriched from
 * a page reports to the same run.
 *
 * @param run the run
 * @param page the page that the exchange came from; null when it did not come from a pull
 * @param pushes the run's pushes; null for a pull
 */
record HubPass(Run run, PulledPage page, PassPushes pushes) {

    static final String PROPERTY = "HubPass";

    static HubPass of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, HubPass.class);
    }
}
