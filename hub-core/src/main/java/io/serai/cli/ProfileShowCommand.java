package io.serai.cli;

import io.serai.Hub;
import io.serai.profile.Person;
import io.serai.profile.ProfileId;
import io.serai.profile.Provenance;
import io.serai.profile.TimelineEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show everything that is known of one person.")
final class ProfileShowCommand extends Common implements Callable<Integer> {

    @Parameters(paramLabel = "WHO", description = "P12, or an identifier such as email:ann@example.org.")
    private String who;

    @Option(
            names = "--events",
            paramLabel = "N",
            description = "The most orders and events to show.",
            defaultValue = "10")
    private int events;

    ProfileShowCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (Hub hub = reading()) {
            Person person = One.person(hub, who);
            List<TimelineEntry> timeline = hub.people().timeline(person.id(), events);
            List<String> segments = hub.segments().of(person.id());
            Map<String, Provenance> provenance = hub.provenances().of(person.id());
            if (json()) {
                Map<String, Object> json = PersonView.whole(person);
                json.put("provenance", ProvenanceView.json(provenance));
                json.put("segments", segments);
                json.put(
                        "timeline",
                        timeline.stream().map(ProfileShowCommand::json).toList());
                terminal().json(json);
            } else {
                print(person, provenance, timeline, segments);
            }
            return ExitCode.OK;
        }
    }

    private void print(
            Person person, Map<String, Provenance> provenance, List<TimelineEntry> timeline, List<String> segments) {
        terminal().line(terminal().bold(ProfileId.text(person.id()) + "  " + ProfileFindCommand.name(person)));
        terminal().line("");
        ProvenanceView.table(person, provenance).print(terminal());
        terminal().line("");
        Table facts = new Table("WHAT", "VALUE");
        facts.row("segments", segments.isEmpty() ? "none" : String.join(", ", segments));
        facts.row("known since", person.created());
        if (!person.aliases().isEmpty()) {
            facts.row(
                    "was also",
                    String.join(
                            ", ", person.aliases().stream().map(ProfileId::text).toList()));
        }
        facts.print(terminal());
        terminal().line("");
        Table records = new Table("RECORD OF", "KEY", "CHANGED");
        person.records().stream()
                .limit(20)
                .forEach(record -> records.row(record.source(), record.key(), record.changed()));
        records.print(terminal());
        if (!timeline.isEmpty()) {
            terminal().line("");
            Table entries = new Table("WHEN", "WHAT", "TOTAL", "WHERE");
            timeline.forEach(entry -> entries.row(
                    entry.time(),
                    entry.name(),
                    entry.properties().get("total"),
                    entry.properties().get("store")));
            entries.print(terminal());
        }
    }

    private static Map<String, Object> json(TimelineEntry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", entry.name());
        json.put("time", entry.time().toString());
        json.putAll(entry.properties());
        return json;
    }
}
