package io.serai.camel;

import io.serai.sync.SyncException;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;

/**
 * What steps put into the fields of records: text, numbers and their like stay as they are; a stream or another answer of an
 * endpoint becomes the text that it holds, as everywhere in Camel.
 */
record FieldValues(Exchange exchange, String step) {

    /** A record, or a list of them. */
    Object plain(Object body) {
        if (body instanceof List<?> list) {
            List<Object> plain = new ArrayList<>(list.size());
            list.forEach(item -> plain.add(plain(item)));
            return plain;
        }
        if (!(body instanceof Map<?, ?> map) || map.values().stream().allMatch(FieldValues::isPlain)) {
            return body;
        }
        return texts(map);
    }

    private Map<?, ?> texts(Map<?, ?> map) {
        @SuppressWarnings("unchecked")
        Map<String, Object> fields = map instanceof LinkedHashMap
                ? (Map<String, Object>) map
                : new LinkedHashMap<>((Map<String, Object>) map);
        fields.replaceAll((name, value) -> isPlain(value) ? value : text(name, value));
        return fields;
    }

    private Object text(String name, Object value) {
        String text = exchange.getContext().getTypeConverter().tryConvertTo(String.class, exchange, value);
        if (text == null) {
            throw new SyncException("The field \"" + name + "\" for \"" + step + "\" holds a "
                    + value.getClass().getSimpleName() + ", which is no text. Convert it before: convertBodyTo, or"
                    + " convertVariableTo.");
        }
        return text;
    }

    private static boolean isPlain(Object value) {
        return value == null
                || value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Map
                || value instanceof Iterable
                || value instanceof Temporal
                || value instanceof Date
                || value instanceof Enum;
    }
}
