package io.serai.sync;

import io.serai.profile.Ingest;
import io.serai.record.SourceRecord;
import io.serai.record.StreamName;
import io.serai.spi.Change;
import io.serai.spi.Cursor;
import io.serai.spi.Page;
import io.serai.spi.Source;
import io.serai.spi.Stream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One pass over one stream for one route. For one thread at a time: {@link #next} gives a page, the route processes it,
 * {@link #done} moves the checkpoint; after the last page {@link #complete}. A page that was not done is read again by the next
 * run. Close it in any case.
 */
public final class PullRun implements AutoCloseable {

    /** What every pull needs of the hub. */
    public record Parts(
            Checkpoints checkpoints,
            Rejections rejections,
            Transactions transactions,
            Ingest ingest,
            Patience patience,
            Clock clock) {}

    private final Parts parts;
    private final Run run;
    private final StreamName name;
    private final PageReader reader;
    private final boolean snapshot;
    private SnapshotPass pass;
    private Cursor cursor;
    private boolean ended;
    private boolean restarted;

    /**
     * Prepares to go on where the route's last run came to.
     *
     * @throws SyncException when the stream cannot be read
     */
    public PullRun(Parts parts, Run run, StreamName name, Source source, Stream stream) {
        this.parts = parts;
        this.run = run;
        this.name = name;
        this.snapshot = stream.read()
                        .orElseThrow(() -> new SyncException("The stream \"" + name
                                + "\" cannot be read: it is a destination only. Pull another stream of \""
                                + name.connection() + "\"."))
                == Stream.ReadMode.SNAPSHOT;
        this.reader = new PageReader(source, stream, name, parts.patience(), run);
        this.cursor = snapshot ? Cursor.START : parts.checkpoints().load(run.route(), name);
        this.pass = snapshot ? new SnapshotPass(parts.ingest()) : null;
    }

    /**
     * The next page; empty after the last one, and when the run was cancelled.
     *
     * @throws SyncException when the page cannot be had; nothing of it was stored
     */
    public Optional<PulledPage> next() {
        if (ended || run.cancelled()) {
            return Optional.empty();
        }
        Page page;
        try {
            page = reader.read(cursor);
        } catch (PageReader.CursorLost lost) {
            if (restarted) {
                throw new SyncException(
                        "\"" + name + "\" lost its place twice in one run: "
                                + lost.getCause().getMessage() + ". What was read is kept.",
                        lost);
            }
            restarted = true;
            run.note("\"" + name + "\" did not understand any more how far it had been read; it was read from the"
                    + " beginning.");
            cursor = Cursor.START;
            pass = snapshot ? new SnapshotPass(parts.ingest()) : null;
            page = reader.readFromStart();
        }
        if (page == null) {
            return Optional.empty();
        }
        return Optional.of(pulled(page));
    }

    private PulledPage pulled(Page page) {
        List<SourceRecord> records = new ArrayList<>(page.changes().size());
        List<Change.Unreadable> unreadable = new ArrayList<>();
        PageTally tally = new PageTally();
        for (Change change : page.changes()) {
            if (change instanceof Change.Unreadable broken) {
                unreadable.add(broken);
            } else {
                SourceRecord record = change instanceof Change.Upsert upsert
                        ? new SourceRecord(upsert.key(), upsert.fields(), false)
                        : new SourceRecord(change.key(), java.util.Map.of(), true);
                tally.read(record.key());
                records.add(record);
            }
        }
        return new PulledPage(records, unreadable, page.next(), page.last(), tally, pass);
    }

    /** The whole route has finished the page: counts it and moves the checkpoint, in one transaction. */
    public void done(PulledPage page) {
        parts.transactions().inOne(() -> {
            if (!page.unreadable().isEmpty()) {
                parts.rejections()
                        .refuse(page.unreadable().stream()
                                .map(broken -> new Rejection(
                                        0,
                                        run.id(),
                                        Rejection.Side.SOURCE,
                                        name.toString(),
                                        broken.key(),
                                        0,
                                        broken.reason(),
                                        broken.raw(),
                                        parts.clock().instant(),
                                        true))
                                .toList());
            }
            run.add(page.tally()
                    .counts()
                    .plus(Counts.ofRead(0, 0, page.unreadable().size(), 0, 0)));
            if (!snapshot) {
                parts.checkpoints()
                        .save(
                                run.route(),
                                name,
                                page.next(),
                                run.id(),
                                parts.clock().instant());
            }
        });
        if (pass != null) {
            pass.finished(page);
        }
        cursor = page.next();
        ended = page.last();
    }

    /** Ends a pass that came to its last page; a cancelled one is left as it is. */
    public void complete() {
        if (ended && pass != null) {
            parts.transactions().inOne(() -> pass.complete(run, name.toString()));
        }
    }

    /** Whether the last page was done. */
    public boolean ended() {
        return ended;
    }

    /** Waits for a page that is being read ahead, and forgets it. */
    @Override
    public void close() {
        reader.close();
    }
}
