package io.serai.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * Statements inside the engine of the store, timed without the start of the JVM. Arguments: the file. Input: statements, one a line;
 * those after a line {@code --} are timed.
 */
final class InEngine {

    /** Between what makes ready and what is timed. */
    static final String TIMED = "--";

    private InEngine() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        String[] lines = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).split("\n");
        var threads = ManagementFactory.getThreadMXBean();
        long wall = 0;
        long cpu = 0;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
                Statement statement = connection.createStatement()) {
            for (String line : lines) {
                if (line.equals(TIMED)) {
                    wall = System.nanoTime();
                    cpu = threads.getCurrentThreadCpuTime();
                } else if (!line.isBlank()) {
                    run(statement, line);
                }
            }
            wall = System.nanoTime() - wall;
            cpu = threads.getCurrentThreadCpuTime() - cpu;
        }
        System.out.println(new ObjectMapper().writeValueAsString(Map.of("wall", wall / 1e9, "cpu", cpu / 1e9)));
    }

    private static void run(Statement statement, String sql) throws SQLException {
        if (statement.execute(sql)) {
            var rows = statement.getResultSet();
            while (rows.next()) {
                rows.getObject(1);
            }
        }
    }
}
