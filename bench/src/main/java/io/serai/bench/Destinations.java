package io.serai.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code hub sync} of everybody into a PostgreSQL table and into an HTTP API: planning and delivery, with the ledger kept. Then
 * again, when there is nothing to do.
 */
final class Destinations {

    private static final int LOOK_EVERY_MS = 20;

    private final Path install;
    private final DestinationHome home;

    private Destinations(Path install, DestinationHome home) {
        this.install = install;
        this.home = home;
    }

    /** @param rows how many records the people are made of */
    static List<Map<String, Object>> measure(Path install, long rows) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                FastSink sink = new FastSink()) {
            String url = server.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", "");
            Path folder = install.resolve("bench/target/destinations-" + rows);
            Destinations destinations = new Destinations(install, DestinationHome.lay(folder, url, sink.address()));
            destinations.load(rows);
            table(
                    url,
                    "CREATE TABLE person (person text PRIMARY KEY, email text, first_name text, last_name text,"
                            + " city text)");
            Map<String, Object> table = destinations.send("table", "to-table");
            table.put("arrived", arrived(url));
            Map<String, Object> again = destinations.sync("table again", "to-table");
            Map<String, Object> api = destinations.send("api", "to-api");
            api.put("arrived", sink.people());
            sink.forget();
            Map<String, Object> limited = destinations.send("api, " + DestinationHome.A_SECOND + " a s", "to-limited");
            limited.put("arrived", sink.people());
            limited.put("limit_s", (sink.requests() - 1.0) / DestinationHome.A_SECOND);
            limited.put("sending_s", sink.seconds());
            return List.of(table, again, api, limited);
        }
    }

    private void load(long rows) throws IOException, InterruptedException {
        if (!home.loaded()) {
            home.invent(rows);
            sync("load", "load");
            home.keepLoaded();
        }
    }

    private Map<String, Object> send(String name, String route) throws Exception {
        home.restore();
        return sync(name, route);
    }

    private Map<String, Object> sync(String name, String route) throws IOException, InterruptedException {
        System.err.println("Measuring: " + name);
        long started = System.nanoTime();
        Process process = new ProcessBuilder(
                        install.resolve("hub").toString(),
                        "sync",
                        route,
                        "--home",
                        home.folder().toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Watch watch = new Watch(process);
        while (process.isAlive()) {
            watch.look();
            Thread.sleep(LOOK_EVERY_MS);
        }
        if (process.exitValue() > 0 && process.exitValue() != 3) {
            throw new IOException("hub sync " + route + " ended with " + process.exitValue());
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("case", name);
        figures.putAll(lastRun());
        figures.put("wall_s", (System.nanoTime() - started) / 1e9);
        figures.put("cpu_s", watch.cpuSeconds());
        figures.put("peak_mb", watch.megabytes());
        return figures;
    }

    private Map<String, Object> lastRun() throws IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.store());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT planned, sent, (finished - started) / 1000.0 FROM run" + " ORDER BY id DESC LIMIT 1")) {
            row.next();
            Map<String, Object> run = new LinkedHashMap<>();
            run.put("planned", row.getLong(1));
            run.put("sent", row.getLong(2));
            run.put("run_s", row.getDouble(3));
            run.put("a_second", Math.round(row.getLong(2) / Math.max(1e-3, row.getDouble(3))));
            return run;
        } catch (SQLException e) {
            throw new IOException("the run cannot be read: " + e.getMessage(), e);
        }
    }

    private static void table(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long arrived(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM person")) {
            row.next();
            return row.getLong(1);
        }
    }

    static void print(List<Map<String, Object>> measured) {
        System.out.printf(
                "%-14s %10s %10s %8s %10s %8s %8s %6s%n",
                "CASE", "SENT", "ARRIVED", "RUN s", "A SECOND", "WALL s", "CPU s", "MB");
        for (Map<String, Object> each : measured) {
            System.out.printf(
                    "%-14s %10s %10s %8.2f %10s %8.2f %8.2f %6s%n",
                    each.get("case"),
                    each.get("sent"),
                    each.getOrDefault("arrived", ""),
                    each.get("run_s"),
                    each.get("a_second"),
                    each.get("wall_s"),
                    each.get("cpu_s"),
                    each.get("peak_mb"));
            if (each.containsKey("limit_s")) {
                System.out.printf(
                        "Requests took %.2f s from the first to the last; the limit alone asks for %.2f s.%n",
                        each.get("sending_s"), each.get("limit_s"));
            }
        }
    }
}
