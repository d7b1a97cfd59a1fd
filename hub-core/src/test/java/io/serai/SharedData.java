package io.serai;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real data that is not in the repository. */
final class SharedData {

    private SharedData() {}

    /** A file of {@code SERAI_SHARED}, or of {@code shared} beside the repository; the test is skipped when it is not there. */
    static Path file(String name) {
        String named = System.getenv("SERAI_SHARED");
        Path shared = named != null ? Path.of(named) : repository().resolveSibling("shared");
        Path file = shared.resolve("data").resolve(name);
        assumeTrue(
                Files.isReadable(file),
                "there is no " + file + "; set SERAI_SHARED to the folder that has data/" + name);
        return file;
    }

    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve("config/hub.yaml"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
