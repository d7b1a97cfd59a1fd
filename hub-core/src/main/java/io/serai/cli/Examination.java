package io.serai.cli;

import io.serai.Accounts;
import io.serai.Hub;
import io.serai.HubHome;
import io.serai.cli.Finding.State;
import io.serai.config.Placeholders;
import io.serai.store.StoreException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks at everything that a hub stands on. What is broken does not keep it from looking at the rest. Used once. */
final class Examination {

    private static final int OLDEST_JAVA = 17;
    private static final long LEAST_FREE = 1L << 30;

    private final HubHome home;
    private final Map<String, String> environment;
    private final List<Finding> findings = new ArrayList<>();

    Examination(HubHome home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    List<Finding> findings() {
        add(
                "Java",
                Runtime.version().feature() >= OLDEST_JAVA,
                Runtime.version() + ", " + System.getProperty("java.home"));
        int errors = home.checked().errors();
        add("files", errors == 0, errors == 0 ? "no mistakes" : CheckCommand.count(errors, "mistake") + ": hub check");
        home.registry().problems().forEach(problem -> add("connectors", false, problem));
        secrets(home.checked().named());
        store();
        port();
        connections();
        return findings;
    }

    private void secrets(Placeholders.Named named) {
        for (String variable : named.variables()) {
            boolean set = environment.containsKey(variable);
            add("variable " + variable, set, set ? "set" : "not set; set it where the hub is started");
        }
        for (Path file : named.files()) {
            secret(file);
        }
    }

    private void secret(Path file) {
        String what = "secret " + (file.startsWith(home.home()) ? home.home().relativize(file) : file);
        if (!Files.isReadable(file)) {
            add(what, false, "cannot be read; write the value into it");
            return;
        }
        try {
            boolean open = Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
            if (open) {
                String advice = "can be read by everybody on this machine; chmod 600 " + file;
                findings.add(new Finding(what, State.WARNING, advice));
                return;
            }
        } catch (UnsupportedOperationException | IOException unknown) {
            // a file system without such permissions has nothing to warn of
        }
        add(what, true, "readable by the hub");
    }

    private void store() {
        Path file = home.checked().config().store();
        Path folder = existing(file.toAbsolutePath().getParent());
        if (!Files.exists(file)) {
            boolean writable = Files.isWritable(folder);
            add(
                    "store",
                    writable,
                    writable ? "none yet; " + file + " is made by the first run" : folder + " cannot be written");
        } else {
            try (Hub hub = Hub.reading(home)) {
                add(
                        "store",
                        true,
                        file + ", " + CheckCommand.count(hub.profiles().count(), "profile"));
            } catch (StoreException e) {
                add("store", false, e.getMessage());
            }
        }
        disk(file, folder);
    }

    /** A copy of the store fits beside it: an upgrade and a backup each make one. */
    private void disk(Path file, Path folder) {
        try {
            long size = Files.exists(file) ? Files.size(file) : 0;
            long free = Files.getFileStore(folder).getUsableSpace();
            boolean enough = free >= Math.max(LEAST_FREE, size);
            String text = "%,d MB free, the store has %,d MB".formatted(free >> 20, size >> 20);
            add("disk", enough, enough ? text : text + "; make room for a copy of it, and 1 GB at least");
        } catch (IOException e) {
            add("disk", false, folder + " cannot be looked at: " + e.getMessage());
        }
    }

    private static Path existing(Path folder) {
        return Files.exists(folder) || folder.getParent() == null ? folder : existing(folder.getParent());
    }

    private void port() {
        var server = home.checked().config().hub().server();
        String place = server.host() + ":" + server.port();
        try (ServerSocket socket = new ServerSocket(server.port(), 1, InetAddress.getByName(server.host()))) {
            add("port", socket.isBound(), place + " is free");
        } catch (IOException e) {
            add("port", false, place + " cannot be used: " + e.getMessage() + ". Change server: in config/hub.yaml.");
        }
    }

    private void connections() {
        try (Accounts accounts = Accounts.tried(home)) {
            for (String name : accounts.connections().names()) {
                List<String> problems = accounts.problems(name, home.checked().config());
                problems.forEach(problem -> add("connection " + name, false, problem));
                if (problems.isEmpty()) {
                    add("connection " + name, true, "answers and gives what the routes need");
                }
            }
        }
    }

    private void add(String what, boolean well, String text) {
        findings.add(new Finding(what, well ? State.WELL : State.BAD, text));
    }
}
