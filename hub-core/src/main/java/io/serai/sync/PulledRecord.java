package io.serai.sync;

import io.serai.record.SourceRecord;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A record on its way through a route: a map of its fields that knows its key, so that steps between pull and ingest can
 * change fields without losing which record it is. Most records pass unchanged: fields are copied when the first is changed. For
 * one thread at a time.
 */
public final class PulledRecord extends AbstractMap<String, Object> {

    private final String key;
    private final boolean deleted;
    private Map<String, Object> fields;
    private boolean own;

    public PulledRecord(SourceRecord record) {
        this.fields = record.fields();
        this.key = record.key();
        this.deleted = record.deleted();
    }

    public String key() {
        return key;
    }

    public boolean deleted() {
        return deleted;
    }

    /** Whether a step has changed it. */
    public boolean edited() {
        return own;
    }

    SourceRecord record() {
        return new SourceRecord(key, fields, deleted);
    }

    @Override
    public int size() {
        return fields.size();
    }

    @Override
    public boolean containsKey(Object name) {
        return fields.containsKey(name);
    }

    @Override
    public Object get(Object name) {
        return fields.get(name);
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> action) {
        fields.forEach(action);
    }

    @Override
    public Object put(String name, Object value) {
        return owned().put(name, value);
    }

    @Override
    public Object remove(Object name) {
        return fields.containsKey(name) ? owned().remove(name) : null;
    }

    @Override
    public void clear() {
        fields = new LinkedHashMap<>();
        own = true;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Object>> iterator() {
                return own
                        ? fields.entrySet().iterator()
                        : new Entries(fields.entrySet().iterator());
            }

            @Override
            public int size() {
                return fields.size();
            }
        };
    }

    private Map<String, Object> owned() {
        if (!own) {
            fields = new LinkedHashMap<>(fields);
            own = true;
        }
        return fields;
    }

    /** Entries of fields that are not the record's own: what changes is changed in a copy. */
    private final class Entries implements Iterator<Entry<String, Object>> {

        private final Iterator<Entry<String, Object>> source;
        private String last;

        Entries(Iterator<Entry<String, Object>> source) {
            this.source = source;
        }

        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public Entry<String, Object> next() {
            Entry<String, Object> entry = source.next();
            last = entry.getKey();
            return new SimpleEntry<>(entry) {
                @Override
                public Object setValue(Object value) {
                    owned().put(getKey(), value);
                    return super.setValue(value);
                }
            };
        }

        @Override
        public void remove() {
            if (last == null) {
                throw new IllegalStateException();
            }
            owned().remove(last);
            last = null;
        }
    }
}
