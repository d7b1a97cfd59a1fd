package io.serai.cli;

import io.serai.HubHome;
import io.serai.config.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "check", description = "Check every file and every route; nothing is loaded or started.")
final class CheckCommand extends Common implements Callable<Integer> {

    CheckCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        HubHome home = HubHome.load(home(), Home.install());
        List<Problem> problems = home.checked().problems();
        int errors = home.checked().errors();
        if (json()) {
            terminal().json(problems.stream().map(CheckCommand::json).toList());
        } else {
            problems.forEach(problem -> terminal().line(home.text(problem)));
            terminal().line(summary(home, errors, problems.size() - errors));
        }
        return errors == 0 ? ExitCode.OK : ExitCode.USAGE;
    }

    private String summary(HubHome home, int errors, int warnings) {
        String warned = warnings == 0 ? "" : ", " + count(warnings, "warning");
        return errors > 0
                ? terminal().red(count(errors, "mistake")) + warned
                : terminal().green("All is well") + warned + ": "
                        + count(home.checked().config().connections().size(), "connection") + ", "
                        + count(home.checked().config().routes().size(), "route") + ", "
                        + count(home.checked().config().segments().size(), "segment") + ".";
    }

    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static Map<String, Object> json(Problem problem) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        json.put("file", problem.position().file());
        json.put("line", problem.position().line());
        json.put("column", problem.position().column());
        json.put("message", problem.message());
        json.put("hint", problem.hint());
        return json;
    }
}
