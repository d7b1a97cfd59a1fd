package io.serai.cli;

import io.serai.Hub;
import io.serai.profile.Person;
import io.serai.profile.ProfileId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "why",
        description = "Say which records are this person and by which rule, and which likely ones are not.")
final class ProfileWhyCommand extends Common implements Callable<Integer> {

    @Parameters(paramLabel = "WHO", description = "P12, or an identifier such as email:ann@example.org.")
    private String who;

    ProfileWhyCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (Hub hub = reading()) {
            Person person = One.person(hub, who);
            List<String> sentences = hub.identity().why(person.id());
            if (json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("profile_id", ProfileId.text(person.id()));
                json.put("sentences", sentences);
                terminal().json(json);
            } else {
                String name = ProfileFindCommand.name(person);
                terminal().line(terminal().bold(ProfileId.text(person.id()) + (name.isEmpty() ? "" : "  " + name)));
                sentences.forEach(sentence -> terminal().line("  " + sentence));
            }
            return ExitCode.OK;
        }
    }
}
