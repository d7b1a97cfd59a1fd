package io.serai.cli;

import io.serai.Hub;
import io.serai.HubHome;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What most commands have: a home, {@code --json} and a terminal; and the ways to open the hub. */
abstract class Common {

    @Mixin
    private HomeOption home;

    @Option(names = "--json", description = "Print JSON for programs.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    private final Terminal terminal;

    Common(Terminal terminal) {
        this.terminal = terminal;
    }

    Terminal terminal() {
        return terminal;
    }

    boolean json() {
        return json;
    }

    boolean isHomeNamed() {
        return home.isNamed();
    }

    Path home() {
        return home.get();
    }

    /** The hub for a command that reads; beside a hub that runs. */
    Hub reading() {
        return Hub.reading(new CheckedHome(terminal).load(home()));
    }

    /** The hub for a command that writes; refused while another process writes. */
    Hub writing(String what) {
        return writing(new CheckedHome(terminal).load(home()), what);
    }

    /** As {@link #writing(String)}, for a home that is loaded already. */
    Hub writing(HubHome loaded, String what) {
        return Hub.writing(loaded, what, new ProgressLines(terminal), reread -> terminal.say(reread.text()));
    }

    /** The hub for a command that resolves everybody; refused while another process writes. */
    Hub resolving(String what) {
        return Hub.resolving(new CheckedHome(terminal).load(home()), what);
    }
}
