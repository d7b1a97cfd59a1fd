package io.serai.camel;

import io.serai.sync.PulledRecord;
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
        if (!(body instanceof List<?> list)) {
            return needsText(body) ? texts((Map<?, ?>) body) : body;
        }
        for (Object item : list) {
            if (item instanceof List || needsText(item)) {
                return plain(list);
            }
        }
        return list;
    }

    private List<Object> plain(List<?> list) {
        List<Object> plain = new ArrayList<>(list.size());
        for (Object item : list) {
            plain.add(plain(item));
        }
        return plain;
    }

    /** What no step has touched holds what sources give, which is plain. */
    private static boolean needsText(Object item) {
        if (!(item instanceof Map<?, ?> map) || item instanceof PulledRecord pulled && !pulled.edited()) {
            return false;
        }
        for (Object value : map.values()) {
            if (!isPlain(value)) {
                return true;
            }
        }
        return false;
    }

    private Map<?, ?> texts(Map<?, ?> map) {
        @SuppressWarnings("unchecked")
        Map<String, Object> fields = map instanceof PulledRecord || map instanceof LinkedHashMap
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
