package io.serai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A hub home of the invented retailer, worked on with the real commands alone. */
final class BenchHome {

    /** What the goals say that the hub may have. */
    static final String HEAP = "-Xmx512m";

    private final Path template;
    private final Path home;
    private final FreshHub hub;

    BenchHome(Path install, Path home) {
        this.template = install.resolve("bench/home");
        this.home = home;
        this.hub = new FreshHub(install);
    }

    Path store() {
        return home.resolve("data/hub.db");
    }

    Path folder() {
        return home;
    }

    boolean isThere() {
        return Files.exists(store());
    }

    /** A fresh home: nothing stored, nothing to read. */
    BenchHome fresh() throws IOException {
        if (Files.exists(home)) {
            for (Path path : all(home, Comparator.reverseOrder())) {
                Files.delete(path);
            }
        }
        for (Path path : all(template, Comparator.naturalOrder())) {
            Path copy = home.resolve(template.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(path, copy);
            }
        }
        Files.createDirectories(home.resolve("data/in"));
        return this;
    }

    /** Lays a file where the home's streams look for it, in place of what lay there. */
    BenchHome put(Path file, String name) throws IOException {
        Path place = home.resolve("data/in").resolve(name);
        Files.deleteIfExists(place);
        Files.createLink(place, file);
        return this;
    }

    /** Makes a file another for whoever reads it, with the same rows. */
    BenchHome touch(String name) throws IOException {
        Files.setLastModifiedTime(home.resolve("data/in").resolve(name), FileTime.from(Instant.now()));
        return this;
    }

    BenchHome write(String file, String text) throws IOException {
        Files.writeString(home.resolve(file), text);
        return this;
    }

    /** Without some of its files. */
    BenchHome without(String... files) throws IOException {
        for (String file : files) {
            Files.delete(home.resolve(file));
        }
        return this;
    }

    String read(String file) throws IOException {
        return Files.readString(home.resolve(file));
    }

    /** How many files of routes it has. */
    int routes() throws IOException {
        return all(home.resolve("routes"), Comparator.naturalOrder()).size() - 1;
    }

    /** One command on this home, in the memory that the goals allow. */
    Measure run(String... words) throws IOException, InterruptedException {
        return runIn(HEAP, words);
    }

    /** {@code hub run} on this home until it says that it runs. */
    Measure start() throws IOException, InterruptedException {
        return hub.runUntil(" runs with ", HEAP, List.of("run", "--home", home.toString()));
    }

    Measure runIn(String heap, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(words));
        command.addAll(List.of("--json", "--home", home.toString()));
        return hub.run(heap, command);
    }

    private static List<Path> all(Path folder, Comparator<Path> order) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(order).toList();
        }
    }
}
