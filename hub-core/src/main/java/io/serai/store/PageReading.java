package io.serai.store;

import io.serai.profile.Facts;
import io.serai.record.Mapping;
import io.serai.record.MappingException;
import io.serai.record.PayloadWriter;
import io.serai.record.SourceRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads the records of a page, each by itself: a large page is shared among the processors. */
final class PageReading {

    /** Records that are read by one thread at a time. */
    private static final int PART = 125;

    private final Derivation derivation;
    private final Mapping mapping;
    private final List<SourceRecord> page;

    /**
     * One record.
     *
     * @param hash of its payload, under the mapping's version
     * @param payload null when the hash told that it is as it was
     * @param facts null without a payload, and when it was refused
     * @param refusal why the mapping refused it, else null
     */
    record Read(long hash, String payload, Facts facts, String refusal) {}

    /** Reads one record of a page, with the writer of a thread. */
    private interface One {
        void read(int place, PayloadWriter payloads);
    }

    PageReading(Derivation derivation, Mapping mapping, List<SourceRecord> page) {
        this.derivation = derivation;
        this.mapping = mapping;
        this.page = page;
    }

    /** By place the hash of each record's payload; 0 for deleted ones. */
    long[] hashes() {
        long[] hashes = new long[page.size()];
        each((place, payloads) -> hashes[place] = hash(page.get(place), payloads));
        return hashes;
    }

    /**
     * Reads records whose hashes are others than before.
     *
     * @param wanted by place whether a record is to be read at all; deleted ones never are
     */
    Read[] read(boolean[] wanted, Map<String, RecordTable.Known> before) {
        Read[] read = new Read[page.size()];
        each((place, payloads) -> {
            SourceRecord record = page.get(place);
            if (wanted[place] && !record.deleted()) {
                read[place] = read(record, before.get(record.key()), payloads);
            }
        });
        return read;
    }

    /** Reads one record, whatever is known of it. */
    Read whole(SourceRecord record) {
        return read(record, null, new PayloadWriter());
    }

    private void each(One one) {
        IntStream parts = IntStream.range(0, (page.size() + PART - 1) / PART);
        (page.size() > PART ? parts.parallel() : parts).forEach(part -> {
            PayloadWriter payloads = new PayloadWriter();
            for (int place = part * PART; place < Math.min(page.size(), (part + 1) * PART); place++) {
                one.read(place, payloads);
            }
        });
    }

    private long hash(SourceRecord record, PayloadWriter payloads) {
        return record.deleted() ? 0 : payloads.write(record.fields()).hash(mapping.version());
    }

    private Read read(SourceRecord record, RecordTable.Known before, PayloadWriter payloads) {
        long hash = hash(record, payloads);
        if (before != null && before.is(hash)) {
            return new Read(hash, null, null, null);
        }
        String payload = payloads.text();
        try {
            return new Read(hash, payload, derivation.read(mapping, record.fields()), null);
        } catch (MappingException refused) {
            return new Read(hash, payload, null, refused.getMessage());
        }
    }
}
