package io.serai.cli;

import io.serai.Hub;
import io.serai.profile.Person;
import io.serai.profile.Person.PersonRecord;
import io.serai.profile.ProfileId;
import java.util.ArrayList;
import java.util.List;
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
            long id = hub.identity().split(person.id(), record.number());
            if (json()) {
                terminal().json(Map.of("profile_id", ProfileId.text(id)));
            } else {
                terminal().line(sentence(hub, person, record, id));
            }
            return ExitCode.OK;
        }
    }

    /** The older of two people that a join had made one keeps its id, whichever of their records is named. */
    private String sentence(Hub hub, Person before, PersonRecord record, long id) {
        List<PersonRecord> others =
                new ArrayList<>(hub.people().person(id).map(Person::records).orElse(List.of()));
        others.removeIf(each -> each.number() == record.number());
        String company = others.isEmpty()
                ? ","
                : ", with the " + (others.size() == 1 ? "record" : others.size() + " records")
                        + " that it was with before a person joined them,";
        return stream + " " + key + " is " + ProfileId.text(id) + " now" + company + " and stays apart from "
                + (id == before.id() ? "the others" : ProfileId.text(before.id())) + ".";
    }
}
