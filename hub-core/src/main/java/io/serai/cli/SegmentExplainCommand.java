package io.serai.cli;

import io.serai.Hub;
import io.serai.profile.Person;
import io.serai.profile.ProfileId;
import io.serai.segment.Explanation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "explain", description = "Why a person is in a segment now, or is not: every rule with what was found.")
final class SegmentExplainCommand extends Common implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "SEGMENT", description = "The segment's id: its file's name.")
    private String segment;

    @Parameters(index = "1", paramLabel = "WHO", description = "P12, or an identifier such as email:ann@example.org.")
    private String who;

    SegmentExplainCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (Hub hub = reading()) {
            Person person = One.person(hub, who);
            Explanation explanation = hub.segments()
                    .explain(segment, person.id())
                    .orElseThrow(() -> new Refusal(
                            ExitCode.FAILED,
                            ProfileId.text(person.id()) + " has no records any more: nobody to explain."));
            if (json()) {
                terminal().json(json(explanation));
            } else {
                terminal()
                        .line(terminal()
                                .bold(ProfileId.text(person.id())
                                        + (explanation.holds() ? " is in " : " is not in ")
                                        + segment));
                print(explanation, 1);
            }
            return ExitCode.OK;
        }
    }

    private void print(Explanation explanation, int depth) {
        String verdict =
                explanation.holds() ? terminal().green("yes") : terminal().red("no ");
        terminal().line("  ".repeat(depth) + verdict + "  " + explanation.because());
        explanation.parts().forEach(part -> print(part, depth + 1));
    }

    private static Map<String, Object> json(Explanation explanation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", explanation.rule());
        json.put("holds", explanation.holds());
        json.put("because", explanation.because());
        json.put(
                "parts",
                explanation.parts().stream().map(SegmentExplainCommand::json).toList());
        return json;
    }
}
