package io.serai.cli;

import io.serai.Hub;
import io.serai.profile.ProfileId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "accept", description = "The two are one person, for ever.")
final class ReviewAcceptCommand extends Common implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The pair's number in: hub review list.")
    private long id;

    ReviewAcceptCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (Hub hub = writing("review accept")) {
            String now = ProfileId.text(hub.identity().accept(id));
            if (json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("review", id);
                json.put("decision", "accepted");
                json.put("profile_id", now);
                terminal().json(json);
            } else {
                terminal().line("They are " + now + " now, and stay one person.");
            }
            return ExitCode.OK;
        }
    }
}
