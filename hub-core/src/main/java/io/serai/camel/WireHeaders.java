package io.serai.camel;

import io.serai.config.catalog.CamelCatalog;
import io.serai.config.catalog.ComponentModel;
import io.serai.config.catalog.ComponentModel.HeaderModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which headers a message may bring in from outside. A name passes when it is a plain word, is reserved by nobody, and is read by
 * no component but the one that brings it: whatever else a sender writes, a later step could take for an instruction.
 */
final class WireHeaders {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

    /** What names begin with that Camel, the hub, and components that may be added read: queues and Salesforce among them. */
    private static final List<String> RESERVED = List.of("camel", "hub", "jms", "sobject", "apex", "breadcrumb");

    /** Instructions without such a beginning, of mail, Salesforce and web services. */
    private static final Set<String> INSTRUCTIONS = Set.of(
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
            "operationname",
            "operationnamespace");

    /** Of the body, whichever component reads them too. */
    private static final Set<String> OF_THE_BODY = Set.of("content-type", "content-encoding", "contenttype");

    private final CamelCatalog catalog = new CamelCatalog();
    private final Set<String> schemes;
    private Map<String, Set<String>> readers;

    /** @param schemes of the components that routes may use */
    WireHeaders(Set<String> schemes) {
        this.schemes = Set.copyOf(schemes);
    }

    /** Whether a sender may write a header of that name into a message that the component of a scheme brings. */
    boolean mayBring(String scheme, String name) {
        if (!PLAIN.matcher(name).matches()) {
            return false;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (INSTRUCTIONS.contains(lower) || RESERVED.stream().anyMatch(lower::startsWith)) {
            return false;
        }
        return OF_THE_BODY.contains(lower)
                || readers(lower).isEmpty()
                || readers(lower).contains(scheme);
    }

    /** Whether Camel says that the component of a scheme sets that header itself in what it brings. */
    boolean isSetBy(String scheme, String name) {
        return component(scheme).stream()
                .flatMap(component -> component.headers().stream())
                .anyMatch(header -> header.side().fits(true) && header.name().equals(name));
    }

    private synchronized Optional<ComponentModel> component(String scheme) {
        return catalog.component(scheme);
    }

    private synchronized Set<String> readers(String lower) {
        if (readers == null) {
            readers = new HashMap<>();
            for (String scheme : schemes) {
                for (HeaderModel header :
                        catalog.component(scheme).map(ComponentModel::headers).orElse(List.of())) {
                    readers.computeIfAbsent(header.name().toLowerCase(Locale.ROOT), name -> new HashSet<>())
                            .add(scheme);
                }
            }
        }
        return readers.getOrDefault(lower, Set.of());
    }
}
