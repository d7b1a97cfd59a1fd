package io.serai.sync;

import io.serai.profile.Ingest;
import io.serai.record.Mapping;
import io.serai.record.Payload;
import io.serai.record.RecordHash;
import io.serai.record.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a step delivers to {@code hub:ingest}, read.
 *
 * @param records in the order of arrival
 * @param keyless what had no key
 */
record Incoming(List<SourceRecord> records, List<Keyless> keyless) {

    /** How the stand-in for a key begins that a refused record did not have. */
    static final String NO_KEY = "no key ";

    /** A record without a key. */
    record Keyless(String reason, String payload) {

        /** Something to know it by when it comes again. */
        String key() {
            return NO_KEY + Long.toHexString(RecordHash.of(payload));
        }
    }

    /**
     * @param body a record or a list of them: {@link SourceRecord}, {@link PulledRecord} or another map of fields
     * @param keys makes the keys of records that bring none
     * @throws SyncException when the body is something else
     */
    static Incoming of(Mapping mapping, Object body, RecordKeys keys) {
        List<SourceRecord> records = new ArrayList<>();
        List<Keyless> keyless = new ArrayList<>();
        for (Object item : body instanceof List<?> list ? list : List.of(body)) {
            Optional<SourceRecord> record = record(mapping, item, keys);
            if (record.isPresent()) {
                records.add(record.get());
            } else {
                keyless.add(new Keyless(keys.missing(), Payload.text(fields((Map<?, ?>) item))));
            }
        }
        return new Incoming(records, keyless);
    }

    /** Several, one after the other. */
    static Incoming joint(List<Incoming> pages) {
        return new Incoming(
                pages.stream().flatMap(page -> page.records.stream()).toList(),
                pages.stream().flatMap(page -> page.keyless.stream()).toList());
    }

    int size() {
        return records.size() + keyless.size();
    }

    /** The same in parts, one after the other. */
    List<Incoming> parts(int size) {
        List<Incoming> parts = new ArrayList<>();
        for (int from = 0; from == 0 || from < records.size(); from += size) {
            parts.add(new Incoming(
                    records.subList(from, Math.min(records.size(), from + size)), from == 0 ? keyless : List.of()));
        }
        return parts;
    }

    /** Says what became of each. */
    void report(List<Ingest.Result> results, PageTally tally) {
        keyless.forEach(row -> tally.report(row.key(), false, Ingest.Status.REJECTED));
        results.forEach(
                result -> tally.report(result.record().key(), result.record().deleted(), result.status()));
    }

    private static Optional<SourceRecord> record(Mapping mapping, Object item, RecordKeys keys) {
        if (item instanceof SourceRecord record) {
            return Optional.of(record);
        }
        if (item instanceof PulledRecord pulled) {
            return Optional.of(pulled.record());
        }
        if (item instanceof Map<?, ?> map) {
            Map<String, Object> fields = fields(map);
            return keys.of(fields).map(key -> new SourceRecord(key, fields, false));
        }
        throw new SyncException(
                "hub:ingest/" + mapping.name() + " takes records: a map, or a list of maps. The step before"
                        + " gave " + (item == null ? "nothing" : item.getClass().getName())
                        + "; for text or bytes say what they are with format=csv, jsonl or json.");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
