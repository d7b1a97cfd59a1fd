package io.serai.sync;

import io.serai.record.Mapping;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the key of a record that does not bring one, of its fields. Several fields are joined by {@code |}, which is written
 * {@code \|} inside a value.
 */
public final class RecordKeys {

    private final List<String> fields;

    /** @param fields the fields that together are the key, dots between levels; empty when there are none */
    public RecordKeys(List<String> fields) {
        this.fields = List.copyOf(fields);
    }

    /**
     * The key fields of a stream, or where it names none, the field from which the mapping takes {@code id}.
     *
     * @param streamKey the stream's key fields, possibly empty
     */
    public static RecordKeys of(List<String> streamKey, Mapping mapping) {
        if (!streamKey.isEmpty()) {
            return new RecordKeys(streamKey);
        }
        return new RecordKeys(Optional.ofNullable(mapping.fields().get("id"))
                .flatMap(rule -> rule.from())
                .map(List::of)
                .orElse(List.of()));
    }

    /** The key; empty when a part of it is missing. */
    Optional<String> of(Map<String, Object> record) {
        if (fields.isEmpty() || fields.stream().anyMatch(field -> text(value(record, field)) == null)) {
            return Optional.empty();
        }
        if (fields.size() == 1) {
            return Optional.of(text(value(record, fields.get(0))));
        }
        StringBuilder key = new StringBuilder();
        for (String field : fields) {
            String part = text(value(record, field)).replace("\\", "\\\\").replace("|", "\\|");
            key.append(key.length() == 0 ? "" : "|").append(part);
        }
        return Optional.of(key.toString());
    }

    /** Why a record has no key, as a rejection says it. */
    String missing() {
        return fields.isEmpty()
                ? "the record has no key: name its fields with key="
                : "the key is missing: " + String.join(", ", fields);
    }

    private static Object value(Map<?, ?> record, String path) {
        Object direct = record.get(path);
        int dot = path.indexOf('.');
        if (direct != null || dot < 0) {
            return direct;
        }
        return record.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? value(inner, path.substring(dot + 1))
                : null;
    }

    private static String text(Object value) {
        if (value == null || value instanceof Map || value instanceof List) {
            return null;
        }
        String text = value instanceof BigDecimal number && Math.abs((long) number.scale()) < 1000
                ? number.toPlainString()
                : value.toString();
        return text.isBlank() ? null : text;
    }
}
