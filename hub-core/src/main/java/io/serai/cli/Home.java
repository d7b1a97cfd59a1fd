package io.serai.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the hub home and the installation that a command works with. */
final class Home {

    private Home() {}

    /**
     * The home that was named; else the working directory when it is one; else the installation's own.
     *
     * @throws Refusal when there is none
     */
    static Path of(Path named) {
        if (named != null) {
            if (!Files.isDirectory(named)) {
                throw new Refusal(ExitCode.USAGE, "There is no folder " + named + ". --home names a hub home.");
            }
            return named.toAbsolutePath().normalize();
        }
        Path here = Path.of("").toAbsolutePath();
        if (Files.exists(here.resolve("config/hub.yaml"))) {
            return here;
        }
        return install()
                .filter(folder -> Files.exists(folder.resolve("config/hub.yaml")))
                .orElseThrow(
                        () -> new Refusal(
                                ExitCode.USAGE,
                                "This folder is no hub home: it has no config/hub.yaml. Go to one, or name it with --home DIR."));
    }

    /** The folder of the launcher. */
    static Optional<Path> install() {
        return Optional.ofNullable(System.getProperty("serai.install")).map(Path::of);
    }
}
