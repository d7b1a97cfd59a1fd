package io.serai.cli;

import io.serai.Hub;
import io.serai.segment.Segment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "list", description = "All segments with their sizes now.")
final class SegmentListCommand extends Common implements Callable<Integer> {

    SegmentListCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (Hub hub = reading()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            Table table = new Table("SEGMENT", "NAME", "PEOPLE");
            for (Segment segment : hub.segments().all().values()) {
                long count = hub.segments().count(segment.name());
                table.row(segment.name(), segment.title(), count);
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("segment", segment.name());
                row.put("name", segment.title());
                row.put("count", count);
                rows.add(row);
            }
            if (json()) {
                terminal().json(rows);
            } else {
                table.print(terminal());
            }
            return ExitCode.OK;
        }
    }
}
