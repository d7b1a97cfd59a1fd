package io.serai.camel;

import io.serai.config.HubEndpoints;
import io.serai.record.StreamName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** {@code hub:}, the one component that the hub adds to Camel. */
final class HubComponent extends DefaultComponent {

    private final HubServices services;
    private final boolean scheduling;
    private final Beats beats;
    private final MessageRuns messages;
    private final Failures failures = new Failures();

    /** @param scheduling whether routes run by their schedules; without, only when they are asked to */
    HubComponent(HubServices services, boolean scheduling, Beats beats) {
        this.services = services;
        this.scheduling = scheduling;
        this.beats = beats;
        this.messages = new MessageRuns(services.runs());
    }

    HubServices services() {
        return services;
    }

    MessageRuns messages() {
        return messages;
    }

    Beats beats() {
        return beats;
    }

    /** What the routes' error handlers took. */
    Failures failures() {
        return failures;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        getCamelContext().getManagementStrategy().addEventNotifier(failures);
    }

    @Override
    protected void doStop() throws Exception {
        messages.close();
        super.doStop();
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        List<String> parts = List.of(remaining.replaceFirst("^/+", "").split("/", -1));
        String word = parts.get(0);
        HubEndpoints.Kind kind = HubEndpoints.kind(word)
                .orElseThrow(() -> new IllegalArgumentException(Unknown.sentence(
                        "\"hub:" + remaining + "\": there is no \"" + word + "\".",
                        word,
                        HubEndpoints.kinds().stream()
                                .map(HubEndpoints.Kind::name)
                                .toList())));
        if (parts.size() != kind.parts().size() + 1 || parts.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("\"hub:" + remaining + "\" is not complete: write " + kind.form() + ".");
        }
        HubOptions options = HubOptions.take(kind, parameters);
        return switch (word) {
            case "pull" -> scheduled(uri, PullPass.ofStream(services, stream(parts)), options, parameters);
            case "identity" -> scheduled(uri, PullPass.ofIdentity(services, options), options, parameters);
            case "segment" ->
                scheduled(uri, PeoplePass.of(services, Optional.of(parts.get(1)), options), options, parameters);
            case "profiles" -> scheduled(uri, PeoplePass.of(services, Optional.empty(), options), options, parameters);
            case "ingest" -> new HubIngestEndpoint(uri, this, parts.get(1), options);
            default -> new HubPushEndpoint(uri, this, stream(parts), options);
        };
    }

    private static StreamName stream(List<String> parts) {
        return new StreamName(parts.get(1), parts.get(2));
    }

    private Endpoint scheduled(String uri, Pass pass, HubOptions options, Map<String, Object> parameters) {
        Schedule.of(options, services.zone(), scheduling).into(parameters);
        return new HubStartEndpoint(uri, this, pass);
    }
}
