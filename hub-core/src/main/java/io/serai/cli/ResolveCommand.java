package io.serai.cli;

import io.serai.Hub;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "resolve", description = "Resolve who is who again, over everybody.")
final class ResolveCommand extends Common implements Callable<Integer> {

    @Option(names = "--full", description = "Read every kept record again, too.")
    private boolean full;

    ResolveCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (Hub hub = writing("resolve")) {
            long before = hub.profiles().count();
            long records = 0;
            if (full) {
                records = hub.identity().resolveAll();
            } else {
                hub.identity().resolve();
            }
            long after = hub.profiles().count();
            if (json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("records", records);
                json.put("profiles_before", before);
                json.put("profiles", after);
                terminal().json(json);
            } else {
                terminal()
                        .line(CheckCommand.count(after, "profile")
                                + (before == after ? ", as before." : "; there were " + before + ".")
                                + (full ? " " + CheckCommand.count(records, "record") + " read again." : ""));
            }
            return ExitCode.OK;
        }
    }
}
