package io.serai.cli;

import io.serai.Accounts;
import io.serai.Hub;
import io.serai.HubHome;
import io.serai.config.Problem;
import io.serai.spi.ConnectorException;
import io.serai.store.StoreException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "doctor", description = "Look at Java, the home, the store, the port and every connection.")
final class DoctorCommand extends Common implements Callable<Integer> {

    private record Finding(String what, boolean well, String text) {}

    private final List<Finding> findings = new ArrayList<>();

    DoctorCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        add("Java", Runtime.version().feature() >= 17, Runtime.version() + ", " + System.getProperty("java.home"));
        HubHome home = HubHome.load(home(), Home.install());
        long errors = home.checked().problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .count();
        add("files", errors == 0, errors == 0 ? "no mistakes" : CheckCommand.count(errors, "mistake") + ": hub check");
        home.registry().problems().forEach(problem -> add("connectors", false, problem));
        if (errors == 0) {
            store(home);
            port(home);
            connections(home);
        }
        print();
        return findings.stream().allMatch(Finding::well) ? ExitCode.OK : ExitCode.FAILED;
    }

    private void store(HubHome home) {
        Path file = home.checked().config().store();
        if (!Files.exists(file)) {
            Path folder = existing(file.toAbsolutePath().getParent());
            add("store", Files.isWritable(folder), "none yet; " + file + " is made by the first run");
            return;
        }
        try (Hub hub = Hub.reading(home)) {
            add("store", true, file + ", " + CheckCommand.count(hub.profiles().count(), "profile"));
        } catch (StoreException e) {
            add("store", false, e.getMessage());
        }
    }

    private static Path existing(Path folder) {
        return Files.exists(folder) || folder.getParent() == null ? folder : existing(folder.getParent());
    }

    private void port(HubHome home) {
        var server = home.checked().config().hub().server();
        try (ServerSocket socket = new ServerSocket(server.port(), 1, InetAddress.getByName(server.host()))) {
            add("port", true, server.host() + ":" + socket.getLocalPort() + " is free");
        } catch (IOException e) {
            add("port", false, server.host() + ":" + server.port() + " cannot be used: " + e.getMessage());
        }
    }

    private void connections(HubHome home) {
        try (Accounts accounts = Accounts.of(home)) {
            for (String name : accounts.connections().names()) {
                try {
                    accounts.connections().connector(name).check();
                    add("connection " + name, true, "answers");
                } catch (ConnectorException e) {
                    add("connection " + name, false, e.getMessage());
                }
            }
        }
    }

    private void add(String what, boolean well, String text) {
        findings.add(new Finding(what, well, text));
    }

    private void print() {
        if (json()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (Finding finding : findings) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("what", finding.what());
                row.put("ok", finding.well());
                row.put("message", finding.text());
                rows.add(row);
            }
            terminal().json(rows);
            return;
        }
        int width = findings.stream()
                .mapToInt(finding -> finding.what().length())
                .max()
                .orElse(0);
        for (Finding finding : findings) {
            terminal()
                    .line((finding.well()
                                    ? terminal().green("ok  ")
                                    : terminal().red("BAD ")) + " " + finding.what()
                            + " ".repeat(width - finding.what().length()) + "  " + finding.text());
        }
    }
}
