package io.serai.cli;

import io.serai.HubHome;
import io.serai.config.Problem;
import java.nio.file.Path;

/** Loads a home after its check. Nothing starts when the check fails. */
final class CheckedHome {

    private final Terminal terminal;

    CheckedHome(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * @throws Refusal with exit code 2 when the check fails; its problems are printed before
     */
    HubHome load(Path home) {
        HubHome loaded = HubHome.load(home, Home.install());
        if (!loaded.checked().ok()) {
            print(loaded, Problem.Severity.ERROR);
            throw new Refusal(
                    ExitCode.USAGE,
                    loaded.checked().errors() + " mistake" + (loaded.checked().errors() == 1 ? "" : "s")
                            + "; nothing was started. Check again with: hub check");
        }
        return loaded;
    }

    /** Prints the problems of that severity, with their lines and carets. */
    void print(HubHome loaded, Problem.Severity severity) {
        loaded.checked().problems().stream()
                .filter(problem -> problem.severity() == severity)
                .forEach(problem -> terminal.say(loaded.text(problem)));
    }
}
