package io.serai.camel;

import io.serai.record.Mapping;
import io.serai.sync.BodyFormat;
import io.serai.sync.RecordKeys;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** {@code hub:ingest/{mapping}}. */
final class HubIngestEndpoint extends DefaultEndpoint {

    private final HubComponent component;
    private final String name;
    private final HubOptions options;

    HubIngestEndpoint(String uri, HubComponent component, String name, HubOptions options) {
        super(uri, component);
        this.component = component;
        this.name = name;
        this.options = options;
    }

    Mapping mapping() {
        Mapping mapping = component.services().mappings().get(name);
        if (mapping == null) {
            throw new IllegalArgumentException(Unknown.sentence(
                    "The mapping \"" + name + "\" is not one that starts at a stream.",
                    name,
                    component.services().mappings().keySet()));
        }
        return mapping;
    }

    /** Makes keys: of the fields that the route names, else those of the mapping's stream, else the mapping's id. */
    RecordKeys keys(Mapping mapping) {
        Optional<List<String>> named = options.text("key")
                .map(text -> Arrays.stream(text.split(",")).map(String::strip).toList());
        return named.map(RecordKeys::new).orElseGet(() -> RecordKeys.of(streamKey(mapping), mapping));
    }

    private List<String> streamKey(Mapping mapping) {
        return component.services().streams().key(mapping.from());
    }

    Optional<BodyFormat> format() {
        return options.text("format").map(word -> BodyFormat.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    @Override
    protected void doInit() {
        mapping();
    }

    @Override
    public Producer createProducer() {
        return new HubIngestProducer(this, component.services(), component.messages());
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException(
                "hub:ingest is a step, not a start: write \"to: hub:ingest/" + name + "\" after \"from:\".");
    }
}
