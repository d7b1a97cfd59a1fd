package io.serai.cli;

import io.serai.HubHome;
import io.serai.connector.ConnectorFactory;
import io.serai.connector.SettingInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "test", description = "Load a plugin and say what is wrong with it, or what settings it has.")
final class PluginTestCommand extends Common implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The plugin's folder in plugins/.")
    private String name;

    PluginTestCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        HubHome home = HubHome.load(home(), Home.install());
        String folder = home.home().resolve("plugins").resolve(name).toString();
        List<String> problems = home.registry().problems().stream()
                .filter(problem -> problem.contains(folder))
                .toList();
        List<ConnectorFactory> loaded = home.registry().all().stream()
                .filter(factory -> home.registry().origin(factory.info().name()).equals(folder))
                .toList();
        if (problems.isEmpty() && loaded.isEmpty()) {
            throw new Refusal(
                    ExitCode.FAILED, "There is no plugin in " + folder + ". Begin one with: hub plugin new " + name);
        }
        if (json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("plugin", name);
            json.put("ok", problems.isEmpty());
            json.put("problems", problems);
            json.put(
                    "connectors",
                    loaded.stream().map(factory -> factory.info().name()).toList());
            terminal().json(json);
        } else {
            problems.forEach(terminal()::line);
            loaded.forEach(this::print);
        }
        return problems.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private void print(ConnectorFactory factory) {
        terminal()
                .line(terminal().green("loads") + "  " + factory.info().name() + " "
                        + factory.info().version() + ", " + factory.info().description());
        Table table = new Table("SETTING", "TYPE", "REQUIRED", "SECRET", "WHAT IT IS");
        for (SettingInfo setting : factory.settings()) {
            table.row(
                    setting.name(),
                    setting.type(),
                    setting.required() ? "yes" : "",
                    setting.secret() ? "yes" : "",
                    setting.description());
        }
        table.print(terminal());
    }
}
