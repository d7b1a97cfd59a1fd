package io.serai.connector;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Vendors' published descriptions, which lie beside the repository and not in it. */
final class Specs {

    private Specs() {}

    /** The file, or the test is skipped. */
    static Path file(String name) {
        String shared = System.getenv("SERAI_SHARED");
        Path folder = shared != null
                ? Path.of(shared)
                : Fixtures.folder("shopify").getParent().getParent().resolveSibling("shared");
        Path file = folder.resolve("specs").resolve(name);
        assumeTrue(Files.exists(file), () -> "the vendor's description " + name + " is not on this machine");
        return file;
    }
}
