package io.serai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.config.Problem;
import io.serai.profile.Person;
import io.serai.sync.RunRequest;
import io.serai.sync.RunView;
import io.serai.sync.Trigger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A hub home in a folder of its own, run on the real parts. Everything a test says of it goes through files and runs. */
public final class TestHome {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    public TestHome(Path folder) {
        this.folder = folder;
        config("hub.yaml", """
                name: Test
                timezone: Europe/London
                store: { sqlite: data/hub.db }
                guards: { max_removals: 100%, max_change: 100%, first_run: send }
                """);
    }

    public Path folder() {
        return folder;
    }

    public Path path(String file) {
        return folder.resolve(file);
    }

    public TestHome config(String file, String text) {
        return file("config/" + file, text);
    }

    public TestHome file(String file, String text) {
        return file(file, text.getBytes(StandardCharsets.UTF_8));
    }

    public TestHome file(String file, byte[] bytes) {
        try {
            Files.createDirectories(path(file).getParent());
            Files.write(path(file), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public TestHome delete(String file) {
        try {
            Files.delete(path(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public String text(String file) {
        try {
            return Files.readString(path(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A route {@code MAPPING} that pulls a stream on demand and ingests it with the mapping of that name. */
    public TestHome pull(String mapping, String stream) {
        return file("routes/" + mapping + ".camel.yaml", """
                - route:
                    id: %s
                    from:
                      uri: hub:pull/%s
                      steps:
                        - to: { uri: hub:ingest/%s }
                """.formatted(mapping, stream, mapping));
    }

    /** A route {@code NAME} that pushes people with the mapping {@code out-NAME}. */
    public TestHome push(String name, String people, String stream, String mode) {
        return file("routes/" + name + ".camel.yaml", """
                - route:
                    id: %s
                    from:
                      uri: hub:%s
                      steps:
                        - to: { uri: hub:push/%s, parameters: { mapping: out-%s, mode: %s } }
                """.formatted(name, people, stream, name, mode));
    }

    /** The errors of {@code hub check}. */
    public List<Problem> errors() {
        return HubHome.load(folder, Optional.empty()).checked().problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
    }

    /** Runs a route once, as {@code hub sync} does; the home must pass its check. */
    public RunView sync(String route) {
        HubHome home = HubHome.load(folder, Optional.empty());
        if (!home.checked().ok()) {
            throw new AssertionError(
                    "The home fails its check: " + home.checked().problems());
        }
        try (Hub hub = Hub.writing(home, "sync " + route);
                Routes routes = Routes.of(hub)) {
            return routes.run(route, RunRequest.send(Trigger.COMMAND));
        }
    }

    /** What a run refused: {@code KEY: REASON}. */
    public List<String> rejections(RunView run) {
        try (Hub hub = Hub.reading(HubHome.load(folder, Optional.empty()))) {
            return hub.rejections().of(run.id(), 1000).stream()
                    .map(rejection -> rejection.key() + ": " + rejection.reason())
                    .toList();
        }
    }

    /** The people that a text points at. */
    public List<Person> find(String who) {
        try (Hub hub = Hub.reading(HubHome.load(folder, Optional.empty()))) {
            return hub.people().find(who, 100);
        }
    }

    /** The fields of the live records, as they are kept. */
    public List<JsonNode> payloads() {
        List<JsonNode> payloads = new ArrayList<>();
        rows("SELECT payload FROM record WHERE deleted = 0 ORDER BY key")
                .forEach(row -> payloads.add(json(row.get(0))));
        return payloads;
    }

    /** The keys of the live records. */
    public List<String> keys() {
        return rows("SELECT key FROM record WHERE deleted = 0 ORDER BY key").stream()
                .map(row -> row.get(0))
                .toList();
    }

    /** Rows of the store, as text. */
    public List<List<String>> rows(String sql) {
        return rows("jdbc:sqlite:" + path("data/hub.db"), sql);
    }

    public static List<List<String>> rows(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                var found = connection.createStatement().executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.add(found.getString(column));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
