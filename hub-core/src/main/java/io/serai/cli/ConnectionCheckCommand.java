package io.serai.cli;

import io.serai.Accounts;
import io.serai.HubHome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description =
                "Try each account: reach the system, log in, and say what the home's routes need and it does not give.")
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
        try (Accounts accounts = Accounts.tried(home)) {
            var asked = names.isEmpty() ? accounts.connections().names() : new LinkedHashSet<>(names);
            for (String name : asked) {
                if (!accounts.connections().names().contains(name)) {
                    throw Refusal.unknown(
                            "connection", name, accounts.connections().names());
                }
                List<String> problems = accounts.problems(name, home.checked().config());
                String connector =
                        accounts.connections().account(name).factory().info().name();
                well &= problems.isEmpty();
                table.row(name, connector, problems.isEmpty() ? "ok" : problems.get(0));
                problems.stream().skip(1).forEach(problem -> table.row("", "", problem));
                rows.add(json(name, connector, problems));
            }
        }
        if (json()) {
            terminal().json(rows);
        } else {
            table.print(terminal());
        }
        return well ? ExitCode.OK : ExitCode.FAILED;
    }

    private static Map<String, Object> json(String name, String connector, List<String> problems) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("connection", name);
        row.put("connector", connector);
        row.put("ok", problems.isEmpty());
        row.put("message", problems.isEmpty() ? "ok" : String.join(" ", problems));
        row.put("problems", problems);
        return row;
    }
}
