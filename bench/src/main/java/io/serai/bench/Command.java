package io.serai.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program in a process of its own, and what the operating system says that it took. */
final class Command {

    private static final int LOOK_EVERY_MS = 5;

    private final ProcessBuilder builder;
    private final ObjectMapper json = new ObjectMapper();

    Command(Path folder, List<String> words) {
        builder = new ProcessBuilder(words).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    Command with(Map<String, String> environment) {
        builder.environment().putAll(environment);
        return this;
    }

    Command reading(Path input) {
        builder.redirectInput(input.toFile());
        return this;
    }

    /** Runs it to its end. Processor seconds are those of the process and of all that it started. */
    Measure run() throws IOException, InterruptedException {
        Path answer = temporary(".json");
        try {
            double before = Watch.secondsOfChildren();
            long started = System.nanoTime();
            Process process = builder.redirectOutput(answer.toFile()).start();
            Watch watch = new Watch(process);
            while (process.isAlive()) {
                watch.look();
                Thread.sleep(LOOK_EVERY_MS);
            }
            double wall = (System.nanoTime() - started) / 1e9;
            int exit = process.waitFor();
            double cpu = Watch.secondsOfChildren() - before;
            if (exit != 0) {
                throw new IOException("\"" + String.join(" ", builder.command()) + "\" ended with " + exit + ". "
                        + Files.readString(answer));
            }
            return new Measure(wall, cpu > 0 ? cpu : watch.cpuSeconds(), watch.megabytes(), said(answer));
        } finally {
            Files.delete(answer);
        }
    }

    /** Runs it until it talks of something, then ends it. The clock stops when it says so, the processor seconds hold its end, too. */
    Measure runUntil(String word) throws IOException, InterruptedException {
        Path talk = temporary(".txt");
        try {
            double before = Watch.secondsOfChildren();
            long started = System.nanoTime();
            Process process = builder.redirectError(talk.toFile()).start();
            Watch watch = new Watch(process);
            while (process.isAlive() && !Files.readString(talk).contains(word)) {
                watch.look();
                Thread.sleep(LOOK_EVERY_MS);
            }
            double wall = (System.nanoTime() - started) / 1e9;
            if (!process.isAlive()) {
                throw new IOException(
                        "\"" + String.join(" ", builder.command()) + "\" ended. " + Files.readString(talk));
            }
            process.destroy();
            process.waitFor();
            double cpu = Watch.secondsOfChildren() - before;
            return new Measure(wall, cpu > 0 ? cpu : watch.cpuSeconds(), watch.megabytes(), MissingNode.getInstance());
        } finally {
            Files.delete(talk);
        }
    }

    /** A file that is gone, too, when the benchmark is interrupted. */
    private static Path temporary(String ending) throws IOException {
        Path file = Files.createTempFile("bench", ending);
        file.toFile().deleteOnExit();
        return file;
    }

    private JsonNode said(Path answer) throws IOException {
        String text = Files.readString(answer).strip();
        return text.startsWith("{") || text.startsWith("[") ? json.readTree(text) : MissingNode.getInstance();
    }
}
