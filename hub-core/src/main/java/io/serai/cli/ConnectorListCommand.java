package io.serai.cli;

import io.serai.HubHome;
import io.serai.connector.ConnectorFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "list", description = "All installed connectors.")
final class ConnectorListCommand extends Common implements Callable<Integer> {

    ConnectorListCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        HubHome home = HubHome.load(home(), Home.install());
        List<Map<String, Object>> rows = new ArrayList<>();
        Table table = new Table("CONNECTOR", "SYSTEM", "VERSION", "WHAT IT IS");
        for (ConnectorFactory factory : home.registry().all()) {
            table.row(
                    factory.info().name(),
                    factory.info().title(),
                    factory.info().version(),
                    factory.info().description());
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("connector", factory.info().name());
            row.put("title", factory.info().title());
            row.put("version", factory.info().version());
            row.put("description", factory.info().description());
            row.put("from", home.registry().origin(factory.info().name()));
            rows.add(row);
        }
        if (json()) {
            terminal().json(rows);
        } else {
            table.print(terminal());
        }
        home.registry().problems().forEach(terminal()::say);
        return home.registry().problems().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }
}
