package io.serai.record;

import java.util.Map;

/**
 * Writes the payloads of many records, one after the other: what {@link Payload#text} gives, and its hash without it. Records
 * of one shape, such as the rows of a table, have their keys sorted once. For one thread.
 */
public final class PayloadWriter {

    private final JsonText text = new JsonText();
    private final JsonValues values = new JsonValues(text);
    private final PayloadShape shape = new PayloadShape();

    /** Writes the payload of a record; it stands until the next one. */
    public PayloadWriter write(Map<String, ?> fields) {
        text.clear();
        fields.forEach(shape);
        shape.write(text, values);
        return this;
    }

    /** The payload that was written last. */
    public String text() {
        return text.toString();
    }

    /** Its hash under a mapping's version: {@link RecordHash#of(String, long)} of its text. */
    public long hash(long mappingVersion) {
        return RecordHash.of(text, mappingVersion);
    }
}
