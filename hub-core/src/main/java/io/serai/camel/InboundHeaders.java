package io.serai.camel;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Which headers a message may bring in from outside: none that a later step would take for an instruction. What a component sets
 * by itself and what a route sets stays; what a sender writes under such a name is dropped, in whatever capitals.
 *
 * @param camel the component's own strategy, for everything else
 */
record InboundHeaders(HeaderFilterStrategy camel) implements HeaderFilterStrategy {

    /** What names of instructions begin with: Camel's, and those of vendors' components without a prefix of their own. */
    private static final List<String> INSTRUCTIONS = List.of(
            "camel",
            "org.apache.camel",
            "org.restlet",
            "kafka.",
            "sobject",
            "apex",
            "jms_",
            "breadcrumb",
            "exchange.",
            "aws.");

    /** Names of instructions: of mail, Salesforce, databases and queues. */
    private static final Set<String> NAMES = Set.of(
            "delete",
            "moveto",
            "copyto",
            "apiversion",
            "rawmethod",
            "rawpath",
            "rawqueryparameters",
            "rawheaders",
            "rawpayload",
            "notforfields",
            "notforoperations",
            "notforquery",
            "replayid",
            "jobid",
            "batchid",
            "resultid",
            "reportid",
            "jmsreplyto",
            "jmsdestination",
            "operationname",
            "operationnamespace");

    /** Whether a later step would take a header of that name for an instruction. */
    static boolean instructs(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return NAMES.contains(lower) || INSTRUCTIONS.stream().anyMatch(lower::startsWith);
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return instructs(name) || camel != null && camel.applyFilterToExternalHeaders(name, value, exchange);
    }

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return camel != null && camel.applyFilterToCamelHeaders(name, value, exchange);
    }
}
