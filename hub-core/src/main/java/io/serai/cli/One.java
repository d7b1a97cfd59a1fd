package io.serai.cli;

import io.serai.Hub;
import io.serai.profile.Person;
import io.serai.profile.ProfileId;
import java.util.List;

/** The one person that a command is about. */
final class One {

    private One() {}

    /**
     * @throws Refusal when nobody or more than one is meant
     */
    static Person person(Hub hub, String who) {
        if (who.isBlank()) {
            throw new Refusal(ExitCode.USAGE, "Say who: P12, or an identifier such as email:ann@example.org.");
        }
        List<Person> found = hub.people().find(who, 10);
        if (found.isEmpty()) {
            throw new Refusal(ExitCode.FAILED, "Nobody is known by " + who + ". Look with: hub profile find " + who);
        }
        if (found.size() > 1) {
            throw new Refusal(
                    ExitCode.FAILED,
                    who + " is on " + found.size() + " people: "
                            + String.join(
                                    ", ",
                                    found.stream()
                                            .map(person -> ProfileId.text(person.id()))
                                            .toList())
                            + ". Name one of them.");
        }
        return found.get(0);
    }
}
