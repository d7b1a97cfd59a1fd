package io.serai.cli;

import io.serai.Hub;
import io.serai.profile.Person;
import io.serai.profile.ProfileId;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "erase",
        description =
                "Forget a person for good: records, orders, traits. No source brings them back. Cannot be undone.")
final class ProfileEraseCommand extends Common implements Callable<Integer> {

    @Parameters(paramLabel = "WHO", description = "P12, or an identifier such as email:ann@example.org.")
    private String who;

    @Option(names = "--yes", description = "Do it; without, only say what would be deleted.")
    private boolean yes;

    ProfileEraseCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (Hub hub = yes ? writing("profile erase") : reading()) {
            Person person = One.person(hub, who);
            String id = ProfileId.text(person.id());
            if (!yes) {
                terminal()
                        .say(id + " has " + CheckCommand.count(person.records().size(), "record")
                                + ". Nothing was deleted; to forget this person for good: hub profile erase " + id
                                + " --yes");
                return ExitCode.FAILED;
            }
            int records = hub.identity().erase(person.id());
            if (json()) {
                terminal().json(Map.of("profile_id", id, "records", records));
            } else {
                terminal()
                        .line(id + " is forgotten, with " + CheckCommand.count(records, "record")
                                + ". The next syncs remove what destinations hold.");
            }
            return ExitCode.OK;
        }
    }
}
