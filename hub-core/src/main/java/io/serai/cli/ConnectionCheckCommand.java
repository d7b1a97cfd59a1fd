package io.serai.cli;

import io.serai.Accounts;
import io.serai.HubHome;
import io.serai.spi.ConnectorException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "check", description = "Try each account: reach the system, log in, read as little as possible.")
final class ConnectionCheckCommand extends Common implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "CONNECTION", description = "Only these; else all.")
    private List<String> names = List.of();

    ConnectionCheckCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        HubHome home = new CheckedHome(terminal()).load(home());
        List<Map<String, Object>> rows = new ArrayList<>();
        Table table = new Table("CONNECTION", "CONNECTOR", "ANSWER");
        boolean well = true;
        try (Accounts accounts = Accounts.of(home)) {
            for (String name : names.isEmpty() ? accounts.connections().names() : names) {
                String answer = answer(accounts, name);
                well &= answer.equals("ok");
                String connector =
                        accounts.connections().account(name).factory().info().name();
                table.row(name, connector, answer);
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("connection", name);
                row.put("connector", connector);
                row.put("ok", answer.equals("ok"));
                row.put("message", answer);
                rows.add(row);
            }
        }
        if (json()) {
            terminal().json(rows);
        } else {
            table.print(terminal());
        }
        return well ? ExitCode.OK : ExitCode.FAILED;
    }

    private static String answer(Accounts accounts, String name) {
        accounts.connections().account(name);
        try {
            accounts.connections().connector(name).check();
            return "ok";
        } catch (ConnectorException e) {
            return e.getMessage();
        }
    }
}
