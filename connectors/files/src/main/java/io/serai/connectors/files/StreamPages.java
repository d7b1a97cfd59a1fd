package io.serai.connectors.files;

import io.serai.connectors.files.FileCursor.Reading;
import io.serai.spi.Change;
import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import io.serai.spi.Cursor;
import io.serai.spi.Page;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads one page of a stream: the file in progress, then those whose state was not seen, oldest first. A pass takes the
 * files that are there when it begins; what changes meanwhile has a new state and is read in the next pass.
 */
final class StreamPages {

    private static final int RECORDS = 5000;
    private static final long BYTES = 16L << 20;

    private final Folder folder;
    private final Layout layout;
    private final Clock clock;
    private final List<Change> changes = new ArrayList<>();
    private Set<Long> seen;
    private Set<Long> fresh;
    private long bytes;

    StreamPages(Folder folder, Layout layout, Clock clock) {
        this.folder = folder;
        this.layout = layout;
        this.clock = clock;
    }

    Page read(Cursor after) {
        FileCursor from = FileCursor.of(after);
        seen = SeenFiles.decode(from.seen());
        fresh = SeenFiles.decode(from.fresh());
        long now = clock.millis();
        List<FoundFile> files = folder.list(layout.path());
        long until = from.until() == null ? newest(files) : from.until();
        if (from.until() == null) {
            seen.retainAll(files.stream().map(FoundFile::fingerprint).collect(Collectors.toSet()));
        }
        Reading reading = from.reading() == null ? null : go(from.reading());
        Queue<FoundFile> waiting = waiting(files, until, reading);
        while (reading == null && !full() && !waiting.isEmpty()) {
            FoundFile file = waiting.remove();
            boolean young = Math.abs(now - file.modified()) <= folder.settlesAfter();
            reading = go(new Reading(file.name(), file.size(), file.modified(), 0, 1, 0, young));
        }
        boolean last = reading == null && waiting.isEmpty();
        FileCursor next = last
                ? new FileCursor(SeenFiles.encode(seen), "", null, null)
                : new FileCursor(SeenFiles.encode(seen), SeenFiles.encode(fresh), until, reading);
        return new Page(changes, next.cursor(), last);
    }

    private static long newest(List<FoundFile> files) {
        return files.stream().mapToLong(FoundFile::modified).max().orElse(0);
    }

    private Queue<FoundFile> waiting(List<FoundFile> files, long until, Reading reading) {
        Queue<FoundFile> waiting = new PriorityQueue<>(FoundFile.OLDEST_FIRST);
        Set<Long> done = new HashSet<>(seen);
        done.addAll(fresh);
        for (FoundFile file : files) {
            boolean current = reading != null && reading.name().equals(file.name());
            if (file.modified() <= until && !current && !done.contains(file.fingerprint())) {
                waiting.add(file);
            }
        }
        return waiting;
    }

    /**
     * Reads on; null when the file is finished with, for this pass. A file that was rewritten meanwhile is left to be read
     * from its start, like any changed file.
     */
    private Reading go(Reading reading) {
        try {
            Optional<Path> content = folder.content(reading.file());
            if (content.isEmpty()) {
                return gone(reading);
            }
            try (OpenFile file = OpenFile.of(reading.name(), content.get(), reading.size())) {
                if (reading.offset() > 0 && !file.continues(reading)) {
                    folder.release(reading.file());
                    return null;
                }
                return read(file, reading);
            }
        } catch (NoSuchFileException e) {
            return gone(reading);
        } catch (IOException e) {
            throw new ConnectorException(
                    Kind.TRANSIENT,
                    "the file \"" + reading.name() + "\" of " + folder.name() + " could not be read: "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }

    private Reading read(OpenFile file, Reading reading) throws IOException {
        RecordReader reader = file.reader(layout, reading.offset() == 0 ? null : reading);
        long begin = reader.offset();
        while (!full()) {
            long offset = reader.offset();
            Change change = reader.next();
            if (change == null) {
                (reading.fresh() ? fresh : seen).add(reading.file().fingerprint());
                folder.release(reading.file());
                return null;
            }
            changes.add(change);
            bytes += reader.offset() - offset;
        }
        return new Reading(
                reading.name(),
                reading.size(),
                reading.modified(),
                Math.max(begin, reader.offset()),
                reader.line(),
                file.before(reader.offset()),
                reading.fresh());
    }

    private Reading gone(Reading reading) {
        if (reading.offset() > 0) {
            changes.add(vanished(reading));
        }
        return null;
    }

    private static Change vanished(Reading reading) {
        return new Change.Unreadable(
                reading.name(),
                "the file vanished while it was read: what follows line " + (reading.line() - 1) + " was not read",
                "");
    }

    private boolean full() {
        return changes.size() >= RECORDS || bytes >= BYTES;
    }
}
