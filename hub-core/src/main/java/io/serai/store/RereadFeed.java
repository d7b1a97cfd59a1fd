package io.serai.store;

import io.serai.record.Mapping;
import io.serai.record.Payload;
import io.serai.record.SourceRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** Reads the kept records of one feed again, whatever is known of them, page by page in the order of their numbers. */
final class RereadFeed {

    private static final int PAGE = 5000;

    private final Connection connection;
    private final Derivation derivation;
    private final FeedTable.Feed feed;
    private final Mapping mapping;

    RereadFeed(Connection connection, Derivation derivation, FeedTable.Feed feed, Mapping mapping) {
        this.connection = connection;
        this.derivation = derivation;
        this.feed = feed;
        this.mapping = mapping;
    }

    /** A page of records as if each had changed. */
    private record Kept(Map<String, RecordTable.Known> byKey) implements KnownRecords {

        static Kept of(List<RecordTable.Stored> page) {
            Map<String, RecordTable.Known> known = new HashMap<>(page.size() * 2);
            page.forEach(record ->
                    known.put(record.key(), new RecordTable.Known(record.id(), 0, record.signature(), false)));
            return new Kept(known);
        }

        @Override
        public Map<String, RecordTable.Known> known(long feed, Collection<String> keys) {
            return new HashMap<>(byKey);
        }

        @Override
        public long next() {
            return 0; // none is new
        }
    }

    /**
     * Reads all of them.
     *
     * @param told gets how many were read after every page
     * @return how many there are
     */
    long read(PageKeeping keeping, LongConsumer told) throws SQLException {
        FeedTable.saveVersion(connection, feed.id(), mapping);
        long last = 0;
        long read = 0;
        List<RecordTable.Stored> page;
        do {
            page = RecordTable.after(connection, feed.id(), last, PAGE);
            if (!page.isEmpty()) {
                last = page.get(page.size() - 1).id();
                read(page, keeping);
            }
            read += page.size();
            told.accept(read);
        } while (page.size() == PAGE);
        return read;
    }

    private void read(List<RecordTable.Stored> page, PageKeeping keeping) throws SQLException {
        List<SourceRecord> records = new ArrayList<>(page.size());
        Map<Long, Long> came = new HashMap<>();
        for (RecordTable.Stored record : page) {
            came.put(record.id(), record.changed());
            records.add(new SourceRecord(record.key(), Payload.fields(record.payload()), false));
        }
        PageDetection all = new PageDetection(connection, Kept.of(page), derivation, mapping, feed.id(), records, null);
        keeping.keep(feed.id(), all.changes(), came);
    }
}
