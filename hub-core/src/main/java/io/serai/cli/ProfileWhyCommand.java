package io.serai.cli;

import io.serai.Hub;
import io.serai.profile.FieldWeight;
import io.serai.profile.PairExplanation;
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
        description =
                "Say which records are this person and what joined them, the strongest first; of two, why they are not one.")
final class ProfileWhyCommand extends Common implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "WHO", description = "P12, or an identifier such as email:ann@example.org.")
    private String who;

    @Parameters(index = "1", paramLabel = "WHOM", arity = "0..1", description = "Another, to compare them.")
    private String whom;

    ProfileWhyCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (Hub hub = reading()) {
            Person person = One.person(hub, who);
            if (whom == null) {
                one(hub, person);
            } else {
                two(hub, person, One.person(hub, whom));
            }
            return ExitCode.OK;
        }
    }

    private void one(Hub hub, Person person) {
        List<String> sentences = hub.identity().why(person.id());
        if (json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("profile_id", ProfileId.text(person.id()));
            json.put("sentences", sentences);
            terminal().json(json);
        } else {
            terminal().line(terminal().bold(shown(person)));
            sentences.forEach(sentence -> terminal().line("  " + sentence));
        }
    }

    private void two(Hub hub, Person left, Person right) {
        if (left.id() == right.id() && !json()) {
            terminal()
                    .say(whom + (who.equals(whom) ? " is one person: " : " and " + who + " are one person: ")
                            + ProfileId.text(left.id()) + ".");
            one(hub, left);
            return;
        }
        PairExplanation why = hub.identity().why(left.id(), right.id());
        if (json()) {
            terminal().json(json(why));
            return;
        }
        terminal()
                .line(terminal().bold(left.id() == right.id() ? shown(left) : shown(left) + "  and  " + shown(right)));
        why.sentences().forEach(sentence -> terminal().line("  " + sentence));
        if (!why.evidence().isEmpty()) {
            Table table = new Table("FIELD", "AGREEMENT", "BITS");
            for (FieldWeight field : why.evidence()) {
                table.row(field.field(), field.agreement(), Bits.signed(field.bits()));
            }
            table.print(terminal());
        }
    }

    private static String shown(Person person) {
        String name = ProfileFindCommand.name(person);
        return ProfileId.text(person.id()) + (name.isEmpty() ? "" : "  " + name);
    }

    private static Map<String, Object> json(PairExplanation why) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("left", ProfileId.text(why.left()));
        json.put("right", ProfileId.text(why.right()));
        json.put("left_record", why.leftRecord());
        json.put("right_record", why.rightRecord());
        json.put("between", why.between());
        json.put(
                "probability", why.probability().isPresent() ? why.probability().getAsDouble() : null);
        json.put("bits", why.bits());
        json.put("household", why.household());
        json.put("evidence", Bits.json(why.evidence()));
        json.put("sentences", why.sentences());
        return json;
    }
}
