package io.serai.sync;

import io.serai.record.SourceRecord;
import java.util.LinkedHashMap;

/**
 * A record on its way through a route: a map of its fields that knows its key, so that steps between pull and ingest can
 * change fields without losing which record it is.
 */
public final class PulledRecord extends LinkedHashMap<String, Object> {

    private final String key;
    private final boolean deleted;

    public PulledRecord(SourceRecord record) {
        super(record.fields());
        this.key = record.key();
        this.deleted = record.deleted();
    }

    public String key() {
        return key;
    }

    public boolean deleted() {
        return deleted;
    }

    SourceRecord record() {
        return new SourceRecord(key, this, deleted);
    }
}
