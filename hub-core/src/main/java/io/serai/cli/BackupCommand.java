package io.serai.cli;

import io.serai.HubHome;
import io.serai.store.StoreBackup;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "backup", description = "Copy the store to a file, also beside a hub that runs.")
final class BackupCommand extends Common implements Callable<Integer> {

    private static final long MEGABYTE = 1_000_000;

    @Parameters(paramLabel = "FILE", description = "The copy; a file that does not exist yet.")
    private Path file;

    BackupCommand(Terminal terminal) {
        super(terminal);
    }

    /** Works with mistakes in config/, too: they are no reason to be without a backup. */
    @Override
    public Integer call() {
        Path store = HubHome.load(home(), Home.install()).checked().config().store();
        Path target = file.toAbsolutePath().normalize();
        long bytes = StoreBackup.write(store, target);
        if (json()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("file", target.toString());
            row.put("bytes", bytes);
            terminal().json(row);
        } else {
            terminal().line(target + "  " + (bytes + MEGABYTE - 1) / MEGABYTE + " MB, read through and sound");
        }
        return ExitCode.OK;
    }
}
