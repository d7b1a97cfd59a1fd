package io.serai.record;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/** Fields together with their text: neither is made of the other twice, nor at all when nobody asks. Immutable; for any thread. */
final class WrittenFields extends AbstractMap<String, Object> {

    private final String text;
    private volatile Map<String, Object> fields;

    /** @param fields null to have them read from the text when somebody asks */
    WrittenFields(String text, Map<String, Object> fields) {
        this.text = text;
        this.fields = fields;
    }

    String text() {
        return text;
    }

    private Map<String, Object> fields() {
        Map<String, Object> known = fields;
        if (known == null) {
            known = Payload.fields(text);
            fields = known;
        }
        return known;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return fields().entrySet();
    }

    @Override
    public int size() {
        return fields().size();
    }

    @Override
    public boolean containsKey(Object name) {
        return fields().containsKey(name);
    }

    @Override
    public Object get(Object name) {
        return fields().get(name);
    }
}
