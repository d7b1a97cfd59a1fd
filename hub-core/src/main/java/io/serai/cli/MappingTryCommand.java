package io.serai.cli;

import io.serai.Hub;
import io.serai.HubHome;
import io.serai.config.HubConfig;
import io.serai.profile.Person;
import io.serai.record.Mapping;
import io.serai.record.MappingException;
import io.serai.record.OutMapper;
import io.serai.record.OutMapping;
import io.serai.spi.Change;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "try",
        description =
                "Show one record before and after a mapping; of a mapping out, one person. Nothing is stored or sent.")
final class MappingTryCommand extends Common implements Callable<Integer> {

    @Parameters(paramLabel = "MAPPING", description = "The mapping: config/mappings/MAPPING.yaml.")
    private String name;

    @Option(
            names = "--record",
            paramLabel = "KEY",
            description = "The record's key; of a mapping out P12 or an identifier. Else the first.")
    private String key;

    MappingTryCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        HubHome home = new CheckedHome(terminal()).load(home());
        HubConfig config = home.checked().config();
        Mapping in = config.mappings().get(name);
        OutMapping out = config.outMappings().get(name);
        if (in == null && out == null) {
            Set<String> known = new LinkedHashSet<>(config.mappings().keySet());
            known.addAll(config.outMappings().keySet());
            throw Refusal.unknown("mapping", name, known);
        }
        return in == null ? out(home, out) : in(home, in);
    }

    private int in(HubHome home, Mapping mapping) {
        HubConfig config = home.checked().config();
        Found found = kept(home, mapping).orElseGet(() -> fresh(home, mapping));
        TriedRecord tried = TriedRecord.of(
                mapping,
                config.identity(),
                config.hub().timezone(),
                new TriedRecord.Origin(found.key(), found.origin()),
                found.fields());
        if (json()) {
            terminal().json(tried.json());
        } else {
            tried.print(terminal());
        }
        return tried.refused().isEmpty() ? ExitCode.OK : ExitCode.REJECTIONS;
    }

    private record Found(String key, String origin, Map<String, Object> fields) {}

    private Optional<Found> kept(HubHome home, Mapping mapping) {
        if (!Files.exists(home.checked().config().store())) {
            return Optional.empty();
        }
        try (Hub hub = Hub.reading(home)) {
            return hub.keptRecords()
                    .one(mapping.name(), Optional.ofNullable(key))
                    .map(record -> new Found(record.key(), "the store", record.fields()));
        }
    }

    private Found fresh(HubHome home, Mapping mapping) {
        if (!home.checked().config().connections().containsKey(mapping.from().connection())) {
            throw new Refusal(
                    ExitCode.FAILED,
                    "The store keeps no " + (key == null ? "record" : "record \"" + key + "\"") + " of \""
                            + mapping.from()
                            + "\", and \"" + mapping.from().connection()
                            + "\" is no connection that could be asked: run the route that brings them first.");
        }
        NamedStream named = NamedStream.of(home, mapping.from().toString());
        SamplePage page = SamplePage.read(home, named.name(), named.stream());
        if (!page.problem().isEmpty()) {
            throw new Refusal(
                    ExitCode.FAILED,
                    "The store keeps no such record, and none could be read from \"" + mapping.from() + "\": "
                            + page.problem());
        }
        List<String> keys = page.records().stream().map(Change.Upsert::key).toList();
        Change.Upsert record = page.records().stream()
                .filter(each -> key == null || each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        ExitCode.FAILED,
                        ("There is no record \"" + key + "\" in the store or on the first page of \"" + mapping.from()
                                        + "\". " + nearest(keys))
                                .strip()));
        return new Found(record.key(), "a page of " + mapping.from() + ", read now", record.fields());
    }

    private String nearest(List<String> keys) {
        return io.serai.config.Suggestion.nearest(key, keys)
                .map(near -> "Did you mean \"" + near + "\"?")
                .orElse("There is, for one, \"" + keys.get(0) + "\".");
    }

    private int out(HubHome home, OutMapping mapping) {
        try (Hub hub = Hub.reading(home)) {
            Person person = key == null ? anybody(hub) : One.person(hub, key);
            Map<String, Object> profile =
                    hub.profiles().byId(List.of(person.id())).get(0).fields();
            TriedPerson tried = new TriedPerson(mapping, person.id(), profile, object(mapping, hub, profile));
            if (json()) {
                terminal().json(tried.json());
            } else {
                tried.print(terminal());
            }
            return ExitCode.OK;
        }
    }

    private static Map<String, Object> object(OutMapping mapping, Hub hub, Map<String, Object> profile) {
        try {
            return new LinkedHashMap<>(new OutMapper(mapping, hub.config().hub().timezone()).map(profile));
        } catch (MappingException refused) {
            throw new Refusal(ExitCode.REJECTIONS, "The person cannot be sent: " + refused.getMessage() + ".");
        }
    }

    private static Person anybody(Hub hub) {
        return hub.profiles().after(0, 1).stream()
                .findFirst()
                .flatMap(row -> hub.people().person(row.id()))
                .orElseThrow(() -> new Refusal(
                        ExitCode.FAILED,
                        "The hub knows nobody yet. Run a route that brings people first: hub sync ROUTE"));
    }
}
