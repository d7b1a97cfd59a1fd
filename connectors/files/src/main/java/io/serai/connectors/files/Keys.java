package io.serai.connectors.files;

import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Makes the key of a record from its fields.
 *
 * @param fields the fields, dots between levels; empty when the line is the key
 */
record Keys(List<String> fields) {

    private static final int LONGEST_PLAIN_NUMBER = 1000;

    static Keys of(String stream, List<String> names) {
        if (names == null || names.isEmpty() || names.stream().anyMatch(name -> name == null || name.isBlank())) {
            throw new ConnectorException(
                    Kind.CONFIG,
                    "stream \"" + stream + "\" has no \"key\": name the field that is unique, or \"line\"");
        }
        return new Keys(names.equals(List.of("line")) ? List.of() : List.copyOf(names));
    }

    boolean byLine() {
        return fields.isEmpty();
    }

    /** The key; null when {@link #missing} names a field. */
    String of(Map<String, Object> record) {
        if (fields.size() == 1) {
            return text(value(record, fields.get(0)));
        }
        StringJoiner joined = new StringJoiner("|");
        for (String field : fields) {
            String text = text(value(record, field));
            if (text == null) {
                return null;
            }
            joined.add(text.replace("\\", "\\\\").replace("|", "\\|"));
        }
        return joined.toString();
    }

    /** The first key field without a usable value; null when there is none. */
    String missing(Map<String, Object> record) {
        return fields.stream()
                .filter(field -> text(value(record, field)) == null)
                .findFirst()
                .orElse(null);
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
        String text = value instanceof BigDecimal number && Math.abs((long) number.scale()) < LONGEST_PLAIN_NUMBER
                ? number.toPlainString()
                : value.toString();
        return text.isBlank() ? null : text;
    }
}
