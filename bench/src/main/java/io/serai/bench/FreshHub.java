package io.serai.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the hub's own launcher in a JVM of its own for every case, so that none is warmed up or burdened by another. */
final class FreshHub {

    private final Path install;

    FreshHub(Path install) {
        this.install = install;
    }

    /** Evaluates the identity rules of the repository's home on a labelled file. */
    Measured evaluate(String name, Path file) throws IOException, InterruptedException {
        Measure measure =
                run("", List.of("evaluate", file.toAbsolutePath().toString(), "--truth", "cluster", "--json"));
        return new Measured(name, measure.answer(), measure.wall(), measure.cpu(), measure.megabytes());
    }

    /**
     * Runs one command of the hub.
     *
     * @param options for its Java, before those of {@code HUB_JAVA_OPTIONS}
     */
    Measure run(String options, List<String> words) throws IOException, InterruptedException {
        return command(options, words).run();
    }

    /** The same until it talks of something, which is how long the clock runs; then it is ended. */
    Measure runUntil(String word, String options, List<String> words) throws IOException, InterruptedException {
        return command(options, words).runUntil(word);
    }

    private Command command(String options, List<String> words) {
        List<String> command = new ArrayList<>(List.of(install.resolve("hub").toString()));
        command.addAll(words);
        String own = System.getenv().getOrDefault("HUB_JAVA_OPTIONS", "");
        return new Command(install, command).with(Map.of("HUB_JAVA_OPTIONS", (options + " " + own).strip()));
    }
}
