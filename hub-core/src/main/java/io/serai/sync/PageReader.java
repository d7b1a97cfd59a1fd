package io.serai.sync;

import io.serai.record.StreamName;
import io.serai.spi.ConnectorException;
import io.serai.spi.Cursor;
import io.serai.spi.Page;
import io.serai.spi.Source;
import io.serai.spi.Stream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Reads pages with patience, and the following page while the current one is processed. The connector is never called twice
 * at once: a call waits for the one that reads ahead.
 */
final class PageReader implements AutoCloseable {

    /** The system does not understand the cursor any more. */
    static final class CursorLost extends RuntimeException {
        CursorLost(Throwable cause) {
            super(cause);
        }
    }

    private record Ahead(Cursor after, Future<Page> page) {}

    private final Source source;
    private final Stream stream;
    private final StreamName name;
    private final Attempts attempts;
    private final Run run;
    private final ExecutorService background;
    private Ahead ahead;

    PageReader(Source source, Stream stream, StreamName name, Patience patience, Run run) {
        this.source = source;
        this.stream = stream;
        this.name = name;
        this.run = run;
        this.attempts = new Attempts(patience, run);
        this.background = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "read ahead " + name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @return the page, or null when the run was cancelled meanwhile */
    Page read(Cursor after) {
        try {
            return once(after);
        } catch (ConnectorException e) {
            if (e.kind() == ConnectorException.Kind.CURSOR_LOST && !after.isStart()) {
                throw new CursorLost(e);
            }
            throw refused(e);
        } catch (SyncException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Failure.bug(name.connection(), "reading \"" + name + "\"", e);
        }
    }

    /** @return the first page, or null when the run was cancelled meanwhile */
    Page readFromStart() {
        return read(Cursor.START);
    }

    private Page once(Cursor after) {
        Page page = attempts.make(() -> call(after));
        if (page != null && !page.last() && !run.cancelled()) {
            ahead = new Ahead(page.next(), background.submit(() -> source.read(stream, page.next())));
        }
        return page;
    }

    private Page call(Cursor after) {
        Ahead prepared = ahead;
        ahead = null;
        if (prepared == null) {
            return checked(source.read(stream, after));
        }
        try {
            Page page = prepared.page().get();
            return prepared.after().equals(after) ? checked(page) : checked(source.read(stream, after));
        } catch (ExecutionException e) {
            if (!prepared.after().equals(after)) {
                return checked(source.read(stream, after));
            }
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException | CancellationException e) {
            Thread.currentThread().interrupt();
            throw new SyncException("Reading \"" + name + "\" was interrupted; the next run goes on from there.", e);
        }
    }

    private Page checked(Page page) {
        if (page == null || page.next() == null) {
            throw new IllegalStateException("the connector gave no page");
        }
        return page;
    }

    private SyncException refused(ConnectorException e) {
        return switch (e.kind()) {
            case TRANSIENT, RATE_LIMITED ->
                new SyncException(
                        "\"" + name + "\" could not be read: " + e.getMessage()
                                + ". What was read before is kept; the next run goes on from there.",
                        e);
            case CURSOR_LOST ->
                new SyncException("\"" + name + "\" cannot be read from its beginning: " + e.getMessage() + ".", e);
            case CONFIG -> new SyncException("\"" + name + "\" cannot be read: " + e.getMessage(), e);
        };
    }

    @Override
    public void close() {
        background.shutdown();
        try {
            background.awaitTermination(5, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
