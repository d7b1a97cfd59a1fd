package io.serai.cli;

import io.serai.HubHome;
import io.serai.config.Problem;
import io.serai.live.LiveTeller;

/** Tells on the terminal what became of what was saved. */
final class TerminalLiveTeller implements LiveTeller {

    private final Terminal terminal;
    private final ProgressLines progress;

    TerminalLiveTeller(Terminal terminal) {
        this.terminal = terminal;
        this.progress = new ProgressLines(terminal);
    }

    @Override
    public void say(String sentence) {
        terminal.progressDone();
        terminal.say(sentence);
    }

    @Override
    public void mistakes(HubHome home) {
        new CheckedHome(terminal).print(home, Problem.Severity.ERROR);
        say(terminal.red("Not in effect") + ": "
                + CheckCommand.count(home.checked().errors(), "mistake") + ". Everything runs on as before.");
    }

    @Override
    public void at(String what, long done, long all) {
        progress.at(what, done, all);
    }
}
