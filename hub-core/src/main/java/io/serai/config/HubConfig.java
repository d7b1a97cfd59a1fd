package io.serai.config;

import io.serai.identity.IdentityRules;
import io.serai.profile.Survivorship;
import io.serai.profile.TraitDefinition;
import io.serai.record.Mapping;
import io.serai.record.OutMapping;
import io.serai.segment.Segment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the files of a home say. Immutable; maps are by name, which is the file's name, and in its order.
 *
 * @param home the hub home
 * @param hub {@code config/hub.yaml}
 * @param connections {@code config/connections}
 * @param identity {@code config/identity.yaml}, or its defaults
 * @param matchingOff whether the file says {@code matching: off}
 * @param survivorship of the same file, or its defaults
 * @param mappings {@code config/mappings}, those into the hub
 * @param outMappings {@code config/mappings}, those out of it
 * @param traits {@code config/traits.yaml}
 * @param segments {@code config/segments}
 * @param routes {@code routes}, in the order of files and lines
 */
public record HubConfig(
        Path home,
        HubSettings hub,
        Map<String, ConnectionSettings> connections,
        IdentityRules identity,
        boolean matchingOff,
        Survivorship survivorship,
        Map<String, Mapping> mappings,
        Map<String, OutMapping> outMappings,
        List<TraitDefinition> traits,
        Map<String, Segment> segments,
        List<RouteOutline> routes) {

    /** The route of that id. */
    public Optional<RouteOutline> route(String id) {
        return routes.stream().filter(route -> route.id().equals(id)).findFirst();
    }

    /** The store's file. */
    public Path store() {
        return home.resolve(hub.sqlite());
    }
}
