package io.serai.cli;

import io.serai.Hub;
import io.serai.profile.Person;
import io.serai.profile.Person.PersonRecord;
import io.serai.profile.ProfileId;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "split", description = "Take a record out of a person, for ever.")
final class ProfileSplitCommand extends Common implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "WHO", description = "P12, or an identifier such as email:ann@example.org.")
    private String who;

    @Parameters(index = "1", paramLabel = "STREAM", description = "The record's stream: shop/customers.")
    private String stream;

    @Parameters(index = "2", paramLabel = "KEY", description = "The record's key there.")
    private String key;

    ProfileSplitCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (Hub hub = writing("profile split")) {
            Person person = One.person(hub, who);
            PersonRecord record = person.records().stream()
                    .filter(each -> each.source().equals(stream) && each.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(
                            ExitCode.FAILED,
                            ProfileId.text(person.id()) + " has no record " + stream + " " + key
                                    + ". See its records with: hub profile show " + ProfileId.text(person.id())));
            String now = ProfileId.text(hub.identity().split(person.id(), record.number()));
            if (json()) {
                terminal().json(Map.of("profile_id", now));
            } else {
                terminal()
                        .line(stream + " " + key + " is " + now + " now, and stays apart from "
                                + ProfileId.text(person.id()) + ".");
            }
            return ExitCode.OK;
        }
    }
}
