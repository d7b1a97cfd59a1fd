package io.serai.cli;

import io.serai.Hub;
import io.serai.profile.Person;
import io.serai.profile.ProfileId;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "join", description = "Make two people one, for ever.")
final class ProfileJoinCommand extends Common implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "WHO", description = "P12, or an identifier such as email:ann@example.org.")
    private String one;

    @Parameters(index = "1", paramLabel = "WHOM", description = "The other.")
    private String other;

    ProfileJoinCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (Hub hub = writing("profile join")) {
            Person left = One.person(hub, one);
            Person right = One.person(hub, other);
            if (left.id() == right.id()) {
                throw new Refusal(ExitCode.FAILED, "Both are " + ProfileId.text(left.id()) + " already.");
            }
            String now = ProfileId.text(hub.identity().join(left.id(), right.id()));
            if (json()) {
                terminal().json(Map.of("profile_id", now));
            } else {
                terminal()
                        .line(ProfileId.text(left.id()) + " and " + ProfileId.text(right.id()) + " are " + now
                                + " now, and stay one person.");
            }
            return ExitCode.OK;
        }
    }
}
