package io.serai.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The connectors that are YAML only, and answers as their vendors shape them. */
final class Fixtures {

    private Fixtures() {}

    static Path folder(String connector) {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("connectors").resolve(connector))) {
            here = here.getParent();
        }
        return here.resolve("connectors").resolve(connector);
    }

    static String text(String connector, String name) {
        try {
            return Files.readString(folder(connector).resolve("fixtures").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
