package io.serai.cli;

import io.serai.demo.Teller;

/** Tells the demo's story on the terminal; for a program that reads JSON, only how far it is. */
final class TerminalTeller implements Teller {

    private final Terminal terminal;
    private final boolean json;

    TerminalTeller(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    @Override
    public void line(String text) {
        terminal.progressDone();
        if (!json) {
            terminal.line(text);
        }
    }

    @Override
    public void progress(String text) {
        if (terminal.interactive()) {
            terminal.progress(text);
        } else {
            terminal.say(text);
        }
    }

    @Override
    public void say(String text) {
        terminal.progressDone();
        terminal.say(text);
    }

    @Override
    public String strong(String text) {
        return terminal.bold(text);
    }

    @Override
    public String faint(String text) {
        return terminal.dim(text);
    }
}
