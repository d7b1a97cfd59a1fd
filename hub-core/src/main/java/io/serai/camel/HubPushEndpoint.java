package io.serai.camel;

import io.serai.record.OutMapper;
import io.serai.record.OutMapping;
import io.serai.record.StreamName;
import io.serai.sync.Mode;
import io.serai.sync.OnLeave;
import io.serai.sync.PushOptions;
import io.serai.sync.PushSession;
import io.serai.sync.PushTarget;
import io.serai.sync.Run;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** {@code hub:push/{connection}/{stream}}. */
final class HubPushEndpoint extends DefaultEndpoint {

    private final HubServices services;
    private final StreamName name;
    private final HubOptions options;

    HubPushEndpoint(String uri, HubComponent component, StreamName name, HubOptions options) {
        super(uri, component);
        this.services = component.services();
        this.name = name;
        this.options = options;
    }

    StreamName destination() {
        return name;
    }

    /** Begins this step's push in a run. @param version of the people, from before the first was read */
    PushSession begin(Run run, long version) {
        return services.pushes().begin(run, target(), pushOptions(), version);
    }

    private PushTarget target() {
        OutMapping mapping = mapping();
        return new PushTarget(name, services.streams().sink(name), services.streams().stream(name), mapping, mapper());
    }

    /** Makes a destination's object of a person. */
    OutMapper mapper() {
        return new OutMapper(mapping(), services.zone());
    }

    private OutMapping mapping() {
        String wanted = options.text("mapping")
                .orElseThrow(() -> new IllegalArgumentException("hub:push/" + name
                        + " lacks its mapping: add \"mapping:\" with the name of a file in config/mappings."));
        OutMapping mapping = services.outMappings().get(wanted);
        if (mapping == null) {
            throw new IllegalArgumentException(Unknown.sentence(
                    "The mapping \"" + wanted + "\" is not one that starts at profiles.",
                    wanted,
                    services.outMappings().keySet()));
        }
        return mapping;
    }

    private PushOptions pushOptions() {
        Mode mode = options.text("mode").map(HubPushEndpoint::mode).orElse(Mode.UPSERT);
        OnLeave onLeave = options.text("on_leave")
                .map(word -> OnLeave.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(mode.onLeave());
        Optional<String> consent = options.text("consent");
        double certainty =
                options.text("min_certainty").map(Double::parseDouble).orElse(0.0);
        return new PushOptions(mode, onLeave, options.text("tag"), consent, certainty, services.guards());
    }

    private static Mode mode(String word) {
        return Mode.valueOf(word.toUpperCase(Locale.ROOT));
    }

    @Override
    protected void doInit() {
        mapping();
        pushOptions();
    }

    @Override
    public Producer createProducer() {
        return new HubPushProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("hub:push is a step, not a start: write \"to: hub:push/" + name
                + "\" after hub:segment or hub:profiles.");
    }
}
