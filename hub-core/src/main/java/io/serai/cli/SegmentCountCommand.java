package io.serai.cli;

import io.serai.Hub;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "count", description = "How many people are in a segment now.")
final class SegmentCountCommand extends Common implements Callable<Integer> {

    @Parameters(paramLabel = "SEGMENT", description = "The segment's id: its file's name.")
    private String segment;

    SegmentCountCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (Hub hub = reading()) {
            long started = System.nanoTime();
            long count = hub.segments().count(segment);
            double seconds = (System.nanoTime() - started) / 1e9;
            if (json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("segment", segment);
                json.put("count", count);
                json.put("seconds", seconds);
                terminal().json(json);
            } else {
                terminal().line(String.valueOf(count));
            }
            return ExitCode.OK;
        }
    }
}
