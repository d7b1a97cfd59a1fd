package io.serai.cli;

import io.serai.Hub;
import io.serai.profile.Person;
import io.serai.profile.ProfileId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "find", description = "Find people by identifier, trait or id.")
final class ProfileFindCommand extends Common implements Callable<Integer> {

    @Parameters(
            paramLabel = "WHO",
            description = "P12, email:ann@example.org, last_name:Smith, or a bare identifier value.")
    private String who;

    @Option(names = "--limit", paramLabel = "N", description = "The most people to show.", defaultValue = "20")
    private int limit;

    ProfileFindCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (Hub hub = reading()) {
            List<Person> found = hub.people().find(who, limit);
            if (json()) {
                terminal().json(found.stream().map(PersonView::json).toList());
            } else if (found.isEmpty()) {
                terminal().say("Nobody is known by " + who + ".");
            } else {
                Table table = new Table("PROFILE", "NAME", "IDENTIFIERS", "RECORDS");
                for (Person person : found) {
                    table.row(
                            ProfileId.text(person.id()),
                            name(person),
                            person.identifiers().values().stream()
                                    .map(values -> String.join(", ", values))
                                    .reduce((left, right) -> left + ", " + right)
                                    .orElse(""),
                            person.records().size());
                }
                table.print(terminal());
            }
            return ExitCode.OK;
        }
    }

    static String name(Person person) {
        Object first = person.traits().getOrDefault("first_name", "");
        Object last = person.traits().getOrDefault("last_name", "");
        return (first + " " + last).strip();
    }
}
