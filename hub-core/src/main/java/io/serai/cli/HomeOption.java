package io.serai.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --home}, which every command has. */
final class HomeOption {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "The hub home: the folder with config/ and routes/. Else this folder, or the hub's own.")
    private Path home;

    boolean isNamed() {
        return home != null;
    }

    Path get() {
        return Home.of(home);
    }
}
