package io.serai.cli;

import io.serai.camel.RouteProblemsException;
import io.serai.profile.CollapseException;
import io.serai.profile.NoSuchReviewException;
import io.serai.segment.SegmentException;
import io.serai.spi.ConnectorException;
import io.serai.store.StoreException;
import io.serai.sync.RunRefused;
import io.serai.sync.SyncException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says why a command could not do its work. No lambda: the archive of classes takes in none of an interface as old as this one. */
final class CommandFailure implements IExecutionExceptionHandler {

    private final Terminal terminal;

    CommandFailure(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        terminal.progressDone();
        if (failure instanceof Refusal refusal) {
            terminal.say(refusal.getMessage());
            return refusal.exitCode();
        }
        if (failure instanceof RouteProblemsException) {
            terminal.say(failure.getMessage());
            return ExitCode.USAGE;
        }
        if (failure instanceof StoreException
                || failure instanceof SyncException
                || failure instanceof RunRefused
                || failure instanceof NoSuchReviewException
                || failure instanceof CollapseException
                || failure instanceof ConnectorException
                || failure instanceof SegmentException) {
            terminal.say(terminal.red("Failed: ") + failure.getMessage());
            return ExitCode.FAILED;
        }
        terminal.say(terminal.red("Failed: ") + "this is a mistake of the hub, not yours ("
                + failure.getClass().getName() + "). Say HUB_DEBUG=1 before the command to see where, and report it.");
        if (System.getenv("HUB_DEBUG") != null) {
            terminal.trace(failure);
        }
        return ExitCode.FAILED;
    }
}
