package io.serai.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A main class of the benchmarks in a JVM of its own. */
final class JavaCommand {

    private JavaCommand() {}

    static Command of(Path folder, String heap, Class<?> main, String... arguments) {
        return of(folder, List.of(heap), main, arguments);
    }

    static Command of(Path folder, List<String> options, Class<?> main, String... arguments) {
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        words.addAll(options);
        words.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Dserai.install=" + System.getProperty("serai.install"),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        words.addAll(List.of(arguments));
        return new Command(folder, words);
    }
}
