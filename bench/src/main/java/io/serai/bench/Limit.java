package io.serai.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the machine can do without us: SQLite's own tool, and statements inside its engine. Files have the hub's pragmas. */
final class Limit {

    private static final List<String> PRAGMAS = List.of(
            "PRAGMA page_size = 8192",
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = NORMAL",
            "PRAGMA cache_size = -65536",
            "PRAGMA temp_store = MEMORY",
            "PRAGMA wal_autocheckpoint = 4000");

    private final Path folder;

    Limit(Path folder) {
        this.folder = folder;
    }

    /** Whether SQLite's own tool is on this machine. */
    static boolean isSqliteHere() {
        return List.of(System.getenv("PATH").split(java.io.File.pathSeparator)).stream()
                .anyMatch(each -> Files.isExecutable(Path.of(each, "sqlite3")));
    }

    /** {@code .import} of a CSV into a fresh file. @param schema statements that make the table first; none for a bare one */
    Measure imported(Path csv, String table, List<String> schema) throws IOException, InterruptedException {
        Path file = fresh("import-" + table + ".db");
        List<String> script = new ArrayList<>();
        PRAGMAS.forEach(pragma -> script.add(pragma + ";"));
        schema.forEach(statement -> script.add(statement + ";"));
        script.add(".import --csv \"" + csv.toAbsolutePath() + "\" " + table);
        return new Command(folder, List.of("sqlite3", "-bail", "-batch", file.toString()))
                .reading(written(script))
                .run();
    }

    /** Statements in a fresh file. */
    Measure fresh(String name, List<String> prepare, List<String> timed) throws IOException, InterruptedException {
        return inEngine(fresh(name + ".db"), prepare, timed);
    }

    /** Statements in a file that is made once for all rounds, and for all runs with the same numbers. */
    Measure kept(String name, List<String> prepare, List<String> timed) throws IOException, InterruptedException {
        Path file = folder.resolve(name + ".db");
        if (!Files.exists(file)) {
            Path unfinished = fresh(name + ".unfinished");
            inEngine(unfinished, prepare, List.of("PRAGMA wal_checkpoint(TRUNCATE)"));
            Files.move(unfinished, file);
        }
        return inEngine(file, List.of(), timed);
    }

    private Measure inEngine(Path file, List<String> prepare, List<String> timed)
            throws IOException, InterruptedException {
        List<String> script = new ArrayList<>(PRAGMAS);
        script.addAll(prepare);
        script.add(InEngine.TIMED);
        script.addAll(timed);
        Measure process = JavaCommand.of(folder, "-Xmx512m", InEngine.class, file.toString())
                .reading(written(script))
                .run();
        JsonNode inside = process.answer();
        return new Measure(inside.path("wall").asDouble(), inside.path("cpu").asDouble(), process.megabytes(), inside);
    }

    private Path written(List<String> script) throws IOException {
        return Files.writeString(folder.resolve("script.sql"), String.join("\n", script) + "\n");
    }

    private Path fresh(String name) throws IOException {
        Files.createDirectories(folder);
        for (String end : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(folder.resolve(name + end));
        }
        return folder.resolve(name);
    }
}
