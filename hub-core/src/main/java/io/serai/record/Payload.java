package io.serai.record;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * The fields of a record as canonical JSON text: keys sorted at every level, no white space, every field kept, nulls too. Equal
 * fields give equal texts, whatever order the source sent them in and whichever width its integers have.
 */
public final class Payload {

    private static final JsonMapper READER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Payload() {}

    /** The text of the fields. Values that JSON does not have become text: times as ISO 8601, bytes as Base64. */
    public static String text(Map<String, ?> fields) {
        return fields instanceof WrittenFields written ? written.text() : JsonValues.text(fields);
    }

    /** The same fields, which know their text from now on; not to be changed any more. */
    public static Map<String, Object> written(Map<String, Object> fields) {
        return fields instanceof WrittenFields ? fields : new WrittenFields(text(fields), fields);
    }

    /** As {@link #fields}, read when somebody first asks for one; the text is known for good. Not to be changed. */
    public static Map<String, Object> unread(String text) {
        return new WrittenFields(text, null);
    }

    /** The fields of a text that {@link #text} made; {@code text(fields(text))} is the same text. */
    public static Map<String, Object> fields(String text) {
        Map<String, Object> plain = FlatJson.read(text);
        if (plain != null) {
            return plain;
        }
        try {
            return READER.readValue(text, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String json(Object value) {
        return JsonValues.text(value);
    }
}
