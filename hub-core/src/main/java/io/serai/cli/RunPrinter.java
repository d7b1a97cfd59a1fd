package io.serai.cli;

import io.serai.sync.Counts;
import io.serai.sync.RunStatus;
import io.serai.sync.RunView;
import java.time.Instant;

/** Prints a run for a person: a headline, the counts that matter, and what there is to do. */
final class RunPrinter {

    private final Terminal terminal;

    RunPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(RunView run) {
        terminal.line(terminal.bold(run.route()) + "  run " + run.id() + "  " + status(run.status()) + "  "
                + run.seconds(Instant.now()) + " s");
        Counts counts = run.counts();
        if (counts.read() == 0 && counts.planned() == 0) {
            terminal.line("  nothing new to read, nothing due to send");
        } else if (counts.read() > 0) {
            terminal.line("  read " + counts.read() + ": " + counts.stored() + " stored, " + counts.unchanged()
                    + " unchanged, " + refused(counts.planned() == 0 ? counts.rejected() : 0)
                    + (counts.skipped() > 0 ? ", " + counts.skipped() + " left out by the route" : "")
                    + (counts.deleted() > 0 ? ", " + counts.deleted() + " deleted" : ""));
        }
        if (counts.planned() > 0) {
            terminal.line("  planned " + counts.planned() + ": " + counts.sent() + " sent, "
                    + refused(counts.rejected()) + ", " + counts.deferred() + " deferred, " + counts.held() + " held");
        }
        if (run.message() != null) {
            run.message().lines().forEach(line -> terminal.line("  " + terminal.yellow(line)));
        }
        if (counts.rejected() > 0) {
            terminal.line("  Who was refused and why: hub runs " + run.id() + "   Again: hub retry " + run.id());
        }
    }

    private String refused(long number) {
        String text = number + " rejected";
        return number > 0 ? terminal.red(text) : text;
    }

    private String status(RunStatus status) {
        return switch (status) {
            case DONE -> terminal.green(status.text());
            case HELD, RUNNING -> terminal.yellow(status.text());
            case FAILED, INTERRUPTED -> terminal.red(status.text());
        };
    }

    /** The exit code that a run earns. */
    static int exitCode(RunView run) {
        return switch (run.status()) {
            case FAILED, INTERRUPTED -> ExitCode.FAILED;
            default -> run.counts().rejected() > 0 ? ExitCode.REJECTIONS : ExitCode.OK;
        };
    }
}
