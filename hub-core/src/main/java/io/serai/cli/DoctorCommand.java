package io.serai.cli;

import io.serai.HubHome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "doctor",
        description = "Look at Java, the home's files and secrets, the store, its disk, the port and every connection.")
final class DoctorCommand extends Common implements Callable<Integer> {

    DoctorCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        List<Finding> findings = new Examination(HubHome.load(home(), Home.install()), System.getenv()).findings();
        if (json()) {
            terminal().json(findings.stream().map(DoctorCommand::json).toList());
        } else {
            print(findings);
        }
        return findings.stream().anyMatch(Finding::bad) ? ExitCode.FAILED : ExitCode.OK;
    }

    private static Map<String, Object> json(Finding finding) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("what", finding.what());
        row.put("ok", !finding.bad());
        row.put("warning", finding.state() == Finding.State.WARNING);
        row.put("message", finding.text());
        return row;
    }

    private void print(List<Finding> findings) {
        int width = findings.stream()
                .mapToInt(finding -> finding.what().length())
                .max()
                .orElse(0);
        for (Finding finding : findings) {
            String mark =
                    switch (finding.state()) {
                        case WELL -> terminal().green("ok  ");
                        case WARNING -> "mind";
                        case BAD -> terminal().red("BAD ");
                    };
            terminal().line(mark + " " + pad(finding.what(), width) + "  " + finding.text());
        }
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
