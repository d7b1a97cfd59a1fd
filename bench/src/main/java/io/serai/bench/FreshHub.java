package io.serai.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the hub's own launcher in a JVM of its own for every case, so that none is warmed up or burdened by another. */
final class FreshHub {

    private static final int LOOK_EVERY_MS = 10;

    private final Path install;
    private final ObjectMapper json = new ObjectMapper();

    FreshHub(Path install) {
        this.install = install;
    }

    /** Evaluates the identity rules of the repository's home on a labelled file. */
    Measured evaluate(String name, Path file) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                install.resolve("hub").toString(),
                "evaluate",
                file.toAbsolutePath().toString(),
                "--truth",
                "cluster",
                "--json"));
        return run(name, command);
    }

    private Measured run(String name, List<String> command) throws IOException, InterruptedException {
        Path answer = Files.createTempFile("bench", ".json");
        try {
            long started = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .directory(install.toFile())
                    .redirectOutput(answer.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Watch watch = new Watch(process);
            while (process.isAlive()) {
                watch.look();
                Thread.sleep(LOOK_EVERY_MS);
            }
            double wall = (System.nanoTime() - started) / 1e9;
            if (process.exitValue() != 0) {
                throw new IOException("\"" + String.join(" ", command) + "\" ended with " + process.exitValue());
            }
            JsonNode said = json.readTree(Files.readString(answer));
            return new Measured(name, said, wall, watch.cpuSeconds(), watch.megabytes());
        } finally {
            Files.delete(answer);
        }
    }
}
