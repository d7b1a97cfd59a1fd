package io.serai.cli;

import io.serai.HubHome;
import io.serai.config.ConnectionSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "list", description = "All connections and their streams.")
final class ConnectionListCommand extends Common implements Callable<Integer> {

    ConnectionListCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        HubHome home = new CheckedHome(terminal()).load(home());
        List<Map<String, Object>> rows = new ArrayList<>();
        Table table = new Table("CONNECTION", "CONNECTOR", "STREAMS");
        for (ConnectionSettings connection :
                home.checked().config().connections().values()) {
            List<String> streams = home.streams(connection);
            table.row(connection.name(), connection.connector(), String.join(", ", streams));
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("connection", connection.name());
            row.put("connector", connection.connector());
            row.put("streams", streams);
            rows.add(row);
        }
        if (json()) {
            terminal().json(rows);
        } else {
            table.print(terminal());
        }
        return ExitCode.OK;
    }
}
