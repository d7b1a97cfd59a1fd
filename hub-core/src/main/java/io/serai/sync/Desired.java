package io.serai.sync;

import io.serai.record.MappingException;
import io.serai.record.Payload;
import io.serai.record.RecordHash;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a destination should hold of one person.
 *
 * @param match null when the person has no match value
 * @param fields empty when they could not be made
 * @param problem why the person cannot be sent; null otherwise
 */
record Desired(long profile, String match, Map<String, Object> fields, long hash, String problem) {

    static Desired of(PushTarget target, PlanTerms terms, long profile, Map<String, Object> person) {
        Map<String, Object> fields;
        try {
            fields = new LinkedHashMap<>(target.mapper().map(person));
        } catch (MappingException e) {
            return new Desired(profile, null, Map.of(), 0, e.getMessage());
        }
        String match = text(fields.get(target.mapping().match()));
        if (terms.tag() != null) {
            fields.put("tag", terms.tag());
        }
        // Only the text is kept: whoever asks for the fields of somebody who waits for others reads it again.
        Map<String, Object> written = Payload.unread(Payload.text(fields));
        long hash = RecordHash.of(Payload.text(written), 0);
        return match == null
                ? new Desired(
                        profile,
                        null,
                        written,
                        hash,
                        "there is no " + target.mapping().match())
                : new Desired(profile, match, written, hash, null);
    }

    private static String text(Object value) {
        if (value == null) {
            return null;
        }
        String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        return text.isBlank() ? null : text;
    }
}
