package io.serai.cli;

import io.serai.Hub;
import io.serai.segment.Overlap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "overlap", description = "How many people two segments share now.")
final class SegmentOverlapCommand extends Common implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "SEGMENT", description = "The segment's id: its file's name.")
    private String one;

    @Parameters(index = "1", paramLabel = "OTHER", description = "The other segment's id.")
    private String other;

    SegmentOverlapCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (Hub hub = reading()) {
            Overlap overlap = hub.segments().overlap(one, other);
            if (json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put(one, overlap.first());
                json.put(other, overlap.second());
                json.put("both", overlap.both());
                terminal().json(json);
            } else {
                new Table("SEGMENT", "PEOPLE")
                        .row(one, overlap.first())
                        .row(other, overlap.second())
                        .row("both", overlap.both())
                        .print(terminal());
            }
            return ExitCode.OK;
        }
    }
}
