package io.serai.cli;

import io.serai.Hub;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "reject", description = "The two are two people, for ever.")
final class ReviewRejectCommand extends Common implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The pair's number in: hub review list.")
    private long id;

    ReviewRejectCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (Hub hub = writing("review reject")) {
            hub.identity().reject(id);
            if (json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("review", id);
                json.put("decision", "rejected");
                terminal().json(json);
            } else {
                terminal().line("They stay two people.");
            }
            return ExitCode.OK;
        }
    }
}
