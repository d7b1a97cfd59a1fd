package io.serai.config.schema;

import io.serai.config.ConnectorCatalog;
import io.serai.config.HubConfig;
import io.serai.record.Mapping;
import io.serai.record.Mapping.Target;
import io.serai.record.ValueRule;
import io.serai.spi.Stream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names that a home's files use of each other, for editors to offer. They are offered, not demanded: a file that names what is
 * written next is not wrong.
 *
 * @param streams of all connections, as far as they are known without connecting, by {@code connection/stream}
 * @param connections names
 * @param identifiers names
 * @param traits what segments, survivorship and mappings out may name
 * @param channels of consents
 * @param events names
 * @param properties of events, as {@code order.total}
 * @param segments names
 * @param mappingsIn names of mappings that lead into the hub
 * @param mappingsOut names of those that lead out
 */
record HomeNames(
        Map<String, Stream> streams,
        Set<String> connections,
        Set<String> identifiers,
        Set<String> traits,
        Set<String> channels,
        Set<String> events,
        Set<String> properties,
        Set<String> segments,
        Set<String> mappingsIn,
        Set<String> mappingsOut) {

    private static final List<String> OF_ORDERS = List.of("id", "time", "total", "currency", "store");

    /** The names of a home; of files with mistakes, only those that could be read. */
    static HomeNames of(HubConfig config, ConnectorCatalog connectors) {
        Map<String, Stream> streams = new TreeMap<>();
        config.connections().values().forEach(connection -> connectors
                .streams(connection)
                .ifPresent(found ->
                        found.forEach(stream -> streams.put(connection.name() + "/" + stream.name(), stream))));
        Set<String> identifiers = new TreeSet<>();
        config.identity().identifiers().forEach(rule -> identifiers.add(rule.name()));
        Set<String> traits = new TreeSet<>(identifiers);
        traits.addAll(List.of("profile_id", "created_at", "household_id", "household_size"));
        config.traits().forEach(trait -> traits.add(trait.name()));
        config.connections().keySet().forEach(connection -> traits.add("source." + connection));
        Set<String> channels = new TreeSet<>();
        Map<String, Set<String>> events = new TreeMap<>(Map.of("order", new TreeSet<>(OF_ORDERS)));
        for (Mapping mapping : config.mappings().values()) {
            mapped(mapping, traits, channels, events);
        }
        Set<String> properties = new TreeSet<>();
        events.forEach((event, names) -> names.forEach(name -> properties.add(event + "." + name)));
        return new HomeNames(
                streams,
                config.connections().keySet(),
                identifiers,
                traits,
                channels,
                events.keySet(),
                properties,
                config.segments().keySet(),
                config.mappings().keySet(),
                config.outMappings().keySet());
    }

    private static void mapped(
            Mapping mapping, Set<String> traits, Set<String> channels, Map<String, Set<String>> events) {
        if (mapping.target() == Target.PROFILE) {
            traits.addAll(mapping.fields().keySet());
            mapping.fields().keySet().stream()
                    .filter(field -> field.startsWith("consent."))
                    .forEach(field -> channels.add(field.substring("consent.".length())));
        } else if (mapping.target() == Target.ORDER) {
            events.get("order").addAll(mapping.fields().keySet());
        } else if (mapping.target() == Target.EVENT && mapping.fields().containsKey("name")) {
            ValueRule name = mapping.fields().get("name");
            name.value().ifPresent(constant -> events.computeIfAbsent(
                            constant.toString(), event -> new TreeSet<>(Set.of("id", "time")))
                    .addAll(mapping.fields().keySet()));
        }
    }

    /** The streams that can be read, by name. */
    Map<String, Stream> sources() {
        Map<String, Stream> sources = new TreeMap<>(streams);
        sources.values().removeIf(stream -> stream.read().isEmpty());
        return sources;
    }

    /** The streams that can be written, by name. */
    Map<String, Stream> destinations() {
        Map<String, Stream> destinations = new TreeMap<>(streams);
        destinations.values().removeIf(stream -> stream.operations().isEmpty());
        return destinations;
    }
}
