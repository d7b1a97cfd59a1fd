package io.serai.store;

import io.serai.profile.Ingest.Result;
import io.serai.record.Mapping;
import io.serai.record.SourceRecord;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * Pages of great loads. The first load of a store goes by what it has in memory ({@link FirstLoad}) until anybody else writes, a known
 * record comes again changed, or the memory is full; what it has not written by then is written, and what comes after is kept as
 * every page is. To be used under the lock of the writer.
 */
final class Landing {

    private final Path store;
    private final Derivation derivation;
    private final ModelTable models;
    private FirstLoad first;

    Landing(Path store, Derivation derivation, ModelTable models) {
        this.store = store;
        this.derivation = derivation;
        this.models = models;
    }

    /**
     * Takes in a page of a great load.
     *
     * @param seen gets the numbers of the records that are there; null when nobody asks
     * @return nothing when the page is one like others
     */
    Optional<List<Result>> page(
            Connection connection, Mapping mapping, List<SourceRecord> page, BitSet seen, long run, long now)
            throws SQLException {
        if (!isFirst(connection)) {
            return Optional.empty();
        }
        Optional<FeedTable.Feed> known = FeedTable.find(connection, mapping);
        if (known.isPresent() && known.get().version() != mapping.version()) {
            return Optional.empty();
        }
        FeedTable.Feed feed = known.isPresent() ? known.get() : FeedTable.add(connection, mapping);
        PageDetection detection =
                new PageDetection(connection, first.known(connection), derivation, mapping, feed.id(), page, seen);
        List<RecordChange> changes = detection.changes();
        if (!changes.stream().allMatch(change -> change.fresh() && !change.deleted())) {
            return Optional.empty();
        }
        write(connection, feed, changes, run, now);
        return Optional.of(detection.results());
    }

    /** What records say is kept while they are written. */
    private void write(Connection connection, FeedTable.Feed feed, List<RecordChange> changes, long run, long now)
            throws SQLException {
        RecordWriter writer = new RecordWriter(connection, feed.id(), now);
        ForkJoinTask<Map<Long, Long>> signatures =
                ForkJoinPool.commonPool().submit(() -> first.keep(feed, changes, run, now));
        try {
            writer.writeRecords(changes);
        } finally {
            signatures.quietlyJoin();
        }
        writer.writeMeaning(changes, signatures.join());
    }

    private boolean isFirst(Connection connection) throws SQLException {
        if (first != null && first.agrees(connection) && !first.isFull()) {
            return true;
        }
        end(connection);
        if (knowsNothing(connection)) {
            first = new FirstLoad(store, derivation.identity());
            new LateIndexes(connection).take();
        }
        return first != null;
    }

    private static boolean knowsNothing(Connection connection) throws SQLException {
        return FirstPeople.possible(connection)
                && Sql.number(
                                connection,
                                "SELECT EXISTS (SELECT 1 FROM record) OR EXISTS (SELECT 1 FROM record_state)"
                                        + " OR EXISTS (SELECT 1 FROM signature) OR EXISTS (SELECT 1 FROM suppression)")
                        == 0;
    }

    /** Ends a first load before anybody else reads or writes what it has not written: who is who is left to be found out. */
    void end(Connection connection) throws SQLException {
        FirstLoad ending = first;
        first = null;
        try (ending) {
            if (ending != null && ending.agrees(connection)) {
                if (new LateIndexes(connection).missing()) {
                    ending.sayings(connection).leave();
                }
            } else if (new LateIndexes(connection).missing()) {
                new LostLoad(connection, derivation, models).regain();
            }
        }
    }

    /** As {@link #end}, and gives everybody their profiles where what is in memory is enough to tell. */
    void settle(Connection connection, Settling settling) throws SQLException {
        if (first != null
                && first.agrees(connection)
                && FirstPeople.possible(connection)
                && new LateIndexes(connection).missing()) {
            FirstLoad ending = first;
            first = null;
            try (ending) {
                settling.firstPeople(ending.sayings(connection));
            }
        } else {
            end(connection);
        }
    }
}
