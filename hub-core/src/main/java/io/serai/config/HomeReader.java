package io.serai.config;

import io.serai.identity.IdentityRules;
import io.serai.profile.Survivorship;
import io.serai.profile.TraitDefinition;
import io.serai.record.Mapping;
import io.serai.record.OutMapping;
import io.serai.segment.Segment;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One reading of a home: first every file for itself, then what they say of each other. Used once. */
final class HomeReader {

    private final Path home;
    private final Placeholders placeholders;
    private final ConnectorCatalog connectors;
    private final Problems problems = new Problems();
    private final HomeFiles files;
    private final Known known = new Known();
    private final Streams streams;
    private final Set<String> connectionNames = new LinkedHashSet<>();
    private final Set<String> segmentNames = new LinkedHashSet<>();
    private final Set<String> mappingNames = new LinkedHashSet<>();
    private final Map<String, Mapping> in = new LinkedHashMap<>();
    private final Map<String, OutMapping> out = new LinkedHashMap<>();
    private final Map<String, StreamUse> brought = new LinkedHashMap<>();

    HomeReader(Path home, Map<String, String> environment, ConnectorCatalog connectors) {
        this.home = home;
        this.placeholders = new Placeholders(home, environment);
        this.connectors = connectors;
        this.files = new HomeFiles(home, problems);
        this.streams = new Streams(connectionNames, problems);
    }

    Checked read() {
        HubSettings hub = hub();
        Reading reading = new Reading(problems, hub.timezone());
        Map<String, ConnectionSettings> connections = connections();
        Optional<Section> identity = tree("config/identity.yaml", Reference.Kind.IDENTIFIER)
                .map(tree -> Section.of(tree, "identity.yaml", problems));
        IdentityRules rules = identity.map(file -> identifiers(file, reading)).orElse(IdentityFile.standard());
        Survivorship survivorship = identity.flatMap(file -> file.section("survivorship"))
                .map(block -> SurvivorshipBlock.read(block, reading))
                .orElse(Survivorship.DEFAULT);
        MatchingBlock matching =
                identity.map(file -> MatchingBlock.read(file, reading)).orElseGet(MatchingBlock::standard);
        identity.ifPresent(Section::finish);
        mappings(reading);
        List<TraitDefinition> traits = traits(reading);
        Map<String, Segment> segments = segments(reading);
        rules.identifiers().forEach(rule -> known.identifier(rule.name()));
        identifiersAreBrought(reading);
        reading.uses().forEach(streams::mapped);
        ReferenceCheck references = new ReferenceCheck(known, problems);
        references.names(reading.references());
        references.kinds(reading.untold());
        references.types(reading.comparisons(), traits);
        List<RouteOutline> routes = routes();
        files.strangers(placeholders.named().files());
        HubConfig config = new HubConfig(
                home,
                hub,
                connections,
                IdentityFile.matching(rules, matching.with(rules, known, reading)),
                matching.isOff(),
                survivorship,
                Collections.unmodifiableMap(in),
                Collections.unmodifiableMap(out),
                List.copyOf(traits),
                segments,
                List.copyOf(routes));
        return new Checked(config, problems.sorted(), placeholders.named());
    }

    /** A file of config/, and what cannot be known when it is not YAML. */
    private Optional<YamlNode> tree(String file, Reference.Kind... defines) {
        int before = problems.errors();
        Optional<YamlNode> tree = files.read(file).map(written -> placeholders.resolve(written, problems));
        if (tree.isEmpty() && problems.errors() > before) {
            known.unreadable(defines);
        }
        return tree;
    }

    private HubSettings hub() {
        int before = problems.errors();
        Optional<YamlNode> tree = tree("config/hub.yaml");
        if (tree.isEmpty() && problems.errors() == before) {
            problems.error(
                    new Position("config/hub.yaml", 1, 1),
                    "The home has no config/hub.yaml.",
                    "Write one that begins with name: and timezone:.");
        }
        return tree.map(root -> HubFile.read(root, problems)).orElse(HubSettings.DEFAULT);
    }

    private Map<String, ConnectionSettings> connections() {
        Map<String, ConnectionSettings> connections = new LinkedHashMap<>();
        PluginFiles plugins = PluginFiles.read(home, connectors.brokenJars());
        Set<String> used = new LinkedHashSet<>();
        files.folder("config/connections", HomeFiles.YAML).forEach((name, tree) -> {
            connectionNames.add(name);
            known.connection(name);
            int before = problems.errors();
            Optional<YamlNode> root = tree.map(written -> placeholders.resolve(written, problems));
            root.flatMap(file -> ConnectionFile.read(name, file, problems)).ifPresent(connection -> {
                new PlainSecrets(problems).check(name, root.get(), connectors.secrets(connection.connector()));
                connections.put(name, connection);
                used.add(connection.connector());
                boolean broken = plugins.brings(connection.connector())
                        && !connectors.connectors().contains(connection.connector());
                if (problems.errors() == before && !broken) {
                    connector(connection);
                }
            });
        });
        plugins.report(used, problems);
        return Collections.unmodifiableMap(connections);
    }

    private void connector(ConnectionSettings connection) {
        if (!connectors.connectors().contains(connection.connector())) {
            problems.error(
                    connection.connectorPosition(),
                    "The connector \"" + connection.connector() + "\" is not installed.",
                    Suggestion.hint(connection.connector(), connectors.connectors()));
            return;
        }
        List<ConnectorCatalog.Complaint> complaints = connectors.check(connection);
        for (ConnectorCatalog.Complaint complaint : complaints) {
            problems.error(connection.places().key(complaint.path()), complaint.message(), complaint.hint());
        }
        if (complaints.isEmpty()) {
            connectors.streams(connection).ifPresent(found -> streams.add(connection.name(), found));
        }
    }

    private IdentityRules identifiers(Section file, Reading reading) {
        int before = problems.errors();
        IdentityRules rules = IdentityFile.read(file, reading);
        if (problems.errors() > before) {
            known.unreadable(Reference.Kind.IDENTIFIER);
        }
        return rules;
    }

    private void mappings(Reading reading) {
        files.folder("config/mappings", HomeFiles.YAML).forEach((name, tree) -> {
            mappingNames.add(name);
            Optional<YamlNode> root = tree.map(written -> placeholders.resolve(written, problems));
            root.ifPresentOrElse(known::mapping, () -> known.unreadable(Known.MAPPED));
            if (root.isPresent() && MappingFile.isOut(root.get())) {
                new OutMappingFile(reading).read(name, root.get()).ifPresent(read -> out.put(name, read));
            } else {
                int before = reading.uses().size();
                root.flatMap(file -> new MappingFile(reading).read(name, file)).ifPresent(read -> {
                    in.put(name, read);
                    brought.put(name, reading.uses().get(before));
                });
            }
        });
    }

    private List<TraitDefinition> traits(Reading reading) {
        Optional<YamlNode> tree = tree("config/traits.yaml", Reference.Kind.TRAIT);
        tree.filter(YamlMap.class::isInstance)
                .ifPresent(map -> ((YamlMap) map).entries().forEach(entry -> computed(entry)));
        return tree.map(root -> TraitsFile.read(root, reading)).orElse(List.of());
    }

    private void computed(YamlEntry entry) {
        if (known.mapped().contains(entry.key())) {
            problems.error(
                    entry.keyPosition(),
                    "\"" + entry.key() + "\" is mapped and computed.",
                    "Rename it here or in the mapping.");
        }
        known.trait(entry.key());
    }

    private Map<String, Segment> segments(Reading reading) {
        Map<String, Segment> segments = new LinkedHashMap<>();
        SegmentCycles cycles = new SegmentCycles(problems);
        files.folder("config/segments", HomeFiles.YAML).forEach((name, tree) -> {
            segmentNames.add(name);
            known.segment(name);
            int before = reading.references().size();
            tree.map(root -> placeholders.resolve(root, problems))
                    .flatMap(root -> SegmentFile.read(name, root, reading))
                    .ifPresent(segment -> segments.put(name, segment));
            List<Reference> references = reading.references();
            cycles.add(name, List.copyOf(references.subList(before, references.size())));
        });
        cycles.check();
        return Collections.unmodifiableMap(segments);
    }

    private void identifiersAreBrought(Reading reading) {
        Set<String> meant = reading.references().stream()
                .filter(reference -> !known.has(reference))
                .flatMap(reference -> Suggestion.nearest(reference.name(), known.names(reference.kind())).stream())
                .collect(Collectors.toSet());
        if (!mappingNames.isEmpty() && known.isClosed(Reference.Kind.TRAIT)) {
            for (Reference identifier : reading.expected()) {
                if (!known.mapped().contains(identifier.name()) && !meant.contains(identifier.name())) {
                    problems.warning(
                            identifier.position(),
                            "No mapping brings the identifier \"" + identifier.name() + "\".",
                            Suggestion.nearest(identifier.name(), known.mapped())
                                    .map(near -> "Did you mean \"" + near + "\"?")
                                    .orElse(""));
                }
            }
        }
    }

    private List<RouteOutline> routes() {
        RouteCheck.Files named = new RouteCheck.Files(in, out, mappingNames, segmentNames);
        RouteCheck check = new RouteCheck(named, streams, problems);
        RouteValues values = RouteValues.read(home, placeholders, problems);
        Ingests ingests = new Ingests();
        int before = problems.errors();
        List<RouteOutline> routes =
                new HomeRoutes(RouteComponents.of(home), values, check, ingests, problems).read(files);
        if (problems.errors() == before) {
            ingests.missing(in.values(), brought, connectionNames, problems);
        }
        return routes;
    }
}
