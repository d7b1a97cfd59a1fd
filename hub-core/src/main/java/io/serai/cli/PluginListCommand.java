package io.serai.cli;

import io.serai.HubHome;
import io.serai.connector.ConnectorFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "list", description = "The connectors that plugins bring, and what keeps a plugin from being used.")
final class PluginListCommand extends Common implements Callable<Integer> {

    PluginListCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        HubHome home = HubHome.load(home(), Home.install());
        List<Map<String, Object>> rows = new ArrayList<>();
        Table table = new Table("PLUGIN", "VERSION", "FOLDER");
        for (ConnectorFactory factory : home.registry().all()) {
            String origin = home.registry().origin(factory.info().name());
            if (origin.replace('\\', '/').contains("/plugins/")) {
                table.row(factory.info().name(), factory.info().version(), origin);
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("connector", factory.info().name());
                row.put("version", factory.info().version());
                row.put("folder", origin);
                rows.add(row);
            }
        }
        if (json()) {
            terminal().json(rows);
        } else if (table.isEmpty()) {
            terminal().say("No plugins. Begin one with: hub plugin new NAME");
        } else {
            table.print(terminal());
        }
        home.registry().problems().forEach(terminal()::say);
        return home.registry().problems().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }
}
