package io.serai.store;

import io.serai.identity.Identifier;
import io.serai.profile.Facts;
import io.serai.profile.Ingest.Result;
import io.serai.profile.Ingest.Status;
import io.serai.record.Mapping;
import io.serai.record.MappingException;
import io.serai.record.PayloadWriter;
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

    private final Derivation derivation;
    private final Mapping mapping;
    private final Map<String, RecordTable.Known> known;
    private final BitSet seen;
    private final PayloadWriter payloads = new PayloadWriter();
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
        this.derivation = derivation;
        this.mapping = mapping;
        this.seen = seen;
        int[] unchanged = records.remembers() ? unchanged(records, page) : new int[page.size()];
        List<String> others = new ArrayList<>(page.size());
        for (int i = 0; i < unchanged.length; i++) {
            if (unchanged[i] == 0) {
                others.add(page.get(i).key());
            }
        }
        known = others.isEmpty() ? Map.of() : records.known(feed, others);
        nextId = others.isEmpty() ? 0 : records.next();
        for (int i = 0; i < unchanged.length; i++) {
            results.add(unchanged[i] == 0 ? detect(page.get(i)) : remembered(page.get(i), unchanged[i]));
        }
        if (!changes.isEmpty()) {
            dropSuppressed(connection);
        }
    }

    /** By place the number of a record that memory tells to be as it was, or 0. */
    private int[] unchanged(KnownRecords records, List<SourceRecord> page) {
        int[] unchanged = new int[page.size()];
        for (int i = 0; i < unchanged.length; i++) {
            SourceRecord record = page.get(i);
            unchanged[i] = records.unchanged(record.key(), record.deleted() ? 0 : hash(record));
        }
        return unchanged;
    }

    private long hash(SourceRecord record) {
        return payloads.write(record.fields()).hash(mapping.version());
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

    private Result detect(SourceRecord record) {
        RecordTable.Known before = known.get(record.key());
        if (record.deleted()) {
            return delete(record, before);
        }
        if (before != null && seen != null) {
            seen.set((int) before.id());
        }
        long hash = hash(record);
        if (before != null && !before.deleted() && before.hash() == hash) {
            return new Result(record, Status.UNCHANGED, null);
        }
        Facts facts;
        try {
            facts = derivation.read(mapping, record.fields());
        } catch (MappingException refused) {
            return new Result(record, Status.REJECTED, refused.getMessage());
        }
        put(record.key(), before, payloads.text(), hash, facts);
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
