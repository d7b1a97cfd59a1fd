package io.serai.cli;

import io.serai.profile.Progress;
import java.util.Locale;

/** Shows how far long work is: on a terminal one line that moves, elsewhere a line for every tenth. Short work is not told of. */
final class ProgressLines implements Progress {

    private static final long SHORT = 10_000;

    private final Terminal terminal;
    private String last = "";
    private long tenth;

    ProgressLines(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void at(String what, long done, long all) {
        if (all < SHORT) {
            return;
        }
        long now = done * 10 / all;
        if (!what.equals(last)) {
            last = what;
            tenth = 0;
        }
        String line = String.format(Locale.ROOT, "%,d of %,d %s", done, all, what);
        if (terminal.interactive()) {
            terminal.progress(line);
            if (done >= all) {
                terminal.progressDone();
            }
        } else if (now > tenth) {
            tenth = now;
            terminal.say(line);
        }
    }
}
