package io.serai.sync;

import io.serai.record.SourceRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Pages of several senders on their way into the store together. */
final class JointPage {

    /** More would keep those waiting that come after it. */
    private static final int MOST = 200;

    private final List<Incoming> pages = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private int size;

    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private List<Counts> counts;
    private Throwable failure;
    private boolean alone;

    boolean hasRoom(Incoming page) {
        return size + page.size() <= MOST;
    }

    boolean hasOneOf(Incoming page) {
        return page.records().stream().map(SourceRecord::key).anyMatch(keys::contains);
    }

    /** @return the page's place; whoever has the first sees to all of them */
    int add(Incoming page) {
        pages.add(page);
        size += page.size();
        page.records().forEach(record -> keys.add(record.key()));
        return pages.size() - 1;
    }

    /** How many records it has. */
    int size() {
        return size;
    }

    /** All of them; to be called when no more are added. */
    List<Incoming> pages() {
        return pages;
    }

    /** Together they were not taken; one of several may be by itself. */
    void tryAlone() {
        alone = pages.size() > 1;
    }

    void kept(List<Counts> each) {
        counts = each;
        ended.complete(null);
    }

    void failed(Throwable why) {
        failure = why;
        ended.complete(null);
    }

    /**
     * Waits for the end.
     *
     * @return what became of a page; empty when it is to be tried by itself
     */
    Optional<Counts> counts(int page) {
        // not to be interrupted: whether the page was kept must be known
        ended.join();
        if (failure == null) {
            return Optional.of(counts.get(page));
        }
        if (alone) {
            return Optional.empty();
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }
}
