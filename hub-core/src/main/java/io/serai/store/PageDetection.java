package io.serai.store;

import io.serai.identity.Identifier;
import io.serai.profile.Facts;
import io.serai.profile.Ingest.Result;
import io.serai.profile.Ingest.Status;
import io.serai.record.Mapping;
import io.serai.record.SourceRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares a page with what is known, by hash, and reads what is new or changed. */
final class PageDetection {

    private final PageReading reading;
    private final Map<String, RecordTable.Known> known;
    private final BitSet seen;
    private long nextId;

    private final List<Result> results = new ArrayList<>();
    private final Map<String, RecordChange> changes = new LinkedHashMap<>();

    /** @param seen gets the numbers of the records that are there; null when nobody asks */
    PageDetection(
            Connection connection,
            Derivation derivation,
            Mapping mapping,
            long feed,
            List<SourceRecord> page,
            BitSet seen)
            throws SQLException {
        this(connection, new RecordTable(connection), derivation, mapping, feed, page, seen);
    }

    PageDetection(
            Connection connection,
            KnownRecords records,
            Derivation derivation,
            Mapping mapping,
            long feed,
            List<SourceRecord> page,
            BitSet seen)
            throws SQLException {
        this.seen = seen;
        reading = new PageReading(derivation, mapping, page);
        int[] unchanged = records.remembers() ? unchanged(records, page) : new int[page.size()];
        boolean[] others = new boolean[page.size()];
        List<String> keys = new ArrayList<>(page.size());
        for (int i = 0; i < unchanged.length; i++) {
            others[i] = unchanged[i] == 0;
            if (others[i]) {
                keys.add(page.get(i).key());
            }
        }
        known = keys.isEmpty() ? Map.of() : records.known(feed, keys);
        nextId = keys.isEmpty() ? 0 : records.next();
        PageReading.Read[] read = keys.isEmpty() ? new PageReading.Read[page.size()] : reading.read(others, known);
        for (int i = 0; i < unchanged.length; i++) {
            results.add(others[i] ? detect(page.get(i), read[i]) : remembered(page.get(i), unchanged[i]));
        }
        if (!changes.isEmpty()) {
            dropSuppressed(connection);
        }
    }

    /** By place the number of a record that memory tells to be as it was, or 0. */
    private int[] unchanged(KnownRecords records, List<SourceRecord> page) {
        long[] hashes = reading.hashes();
        int[] unchanged = new int[page.size()];
        for (int i = 0; i < unchanged.length; i++) {
            unchanged[i] = records.unchanged(page.get(i).key(), hashes[i]);
        }
        return unchanged;
    }

    private Result remembered(SourceRecord record, int number) {
        if (seen != null) {
            seen.set(number);
        }
        return new Result(record, Status.UNCHANGED, null);
    }

    List<Result> results() {
        return results;
    }

    List<RecordChange> changes() {
        return List.copyOf(changes.values());
    }

    private Result detect(SourceRecord record, PageReading.Read read) {
        RecordTable.Known before = known.get(record.key());
        if (record.deleted()) {
            return delete(record, before);
        }
        if (before != null && seen != null) {
            seen.set((int) before.id());
        }
        if (before != null && before.is(read.hash())) {
            return new Result(record, Status.UNCHANGED, null);
        }
        // one that came as it was before the page, after another of its key in the page, was only hashed
        PageReading.Read whole = read.payload() == null ? reading.whole(record) : read;
        if (whole.facts() == null) {
            return new Result(record, Status.REJECTED, whole.refusal());
        }
        put(record.key(), before, whole.payload(), whole.hash(), whole.facts());
        return new Result(record, Status.STORED, null);
    }

    private Result delete(SourceRecord record, RecordTable.Known before) {
        if (before == null || before.deleted()) {
            return new Result(record, Status.UNCHANGED, null);
        }
        put(record.key(), before, null, 0, null);
        return new Result(record, Status.STORED, null);
    }

    /** Remembers a change, and what is known of the record from now on: it may come again in this page. */
    private void put(String key, RecordTable.Known before, String payload, long hash, Facts facts) {
        RecordChange earlier = changes.get(key);
        boolean fresh = earlier != null ? earlier.fresh() : before == null;
        long id = before != null ? before.id() : nextId++;
        long signature = before == null ? 0 : before.signature();
        changes.put(key, new RecordChange(id, fresh, key, payload, hash, facts, signature));
        known.put(key, new RecordTable.Known(id, hash, signature, payload == null));
        if (seen != null && payload != null) {
            seen.set((int) id);
        }
    }

    /** Records of erased people leave no trace. */
    private void dropSuppressed(Connection connection) throws SQLException {
        if (SqliteSuppressions.nobody(connection)) {
            return;
        }
        Set<Identifier> suppressed = SqliteSuppressions.among(
                connection,
                changes.values().stream()
                        .filter(change -> !change.deleted())
                        .flatMap(change -> change.facts().identifiers().stream())
                        .toList());
        if (suppressed.isEmpty()) {
            return;
        }
        changes.values()
                .removeIf(change -> !change.deleted()
                        && change.facts().identifiers().stream().anyMatch(suppressed::contains));
        results.replaceAll(result -> result.status() == Status.STORED
                        && !changes.containsKey(result.record().key())
                ? new Result(result.record(), Status.UNCHANGED, "suppressed")
                : result);
    }
}
