package io.serai.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file of the demo's world once: what is there stays, so that people can play with it. */
final class SeededFiles {

    private SeededFiles() {}

    static void write(Path file, String text) {
        if (!Files.exists(file)) {
            replace(file, text);
        }
    }

    /** Replaces a file at once: a reader sees the old one or the new one. */
    static void replace(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
