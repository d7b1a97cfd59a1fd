package io.serai.record;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.Map;

/** Writes values as canonical JSON: keys sorted at every level, no white space. */
final class JsonValues {

    private static final int LARGEST_SCALE = 9999;

    private final JsonText text;

    JsonValues(JsonText text) {
        this.text = text;
    }

    /** The text of a value. */
    static String text(Object value) {
        JsonText text = new JsonText();
        new JsonValues(text).value(value);
        return text.toString();
    }

    void value(Object value) {
        if (value instanceof String written) {
            text.quoted(written);
        } else if (value == null) {
            text.append("null");
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof Collection<?> list) {
            list(list);
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof Boolean flag) {
            text.append(flag ? "true" : "false");
        } else if (value instanceof byte[] bytes) {
            text.quoted(Base64.getEncoder().encodeToString(bytes));
        } else if (value instanceof Date date) {
            text.quoted(Instant.ofEpochMilli(date.getTime()).toString());
        } else {
            text.quoted(value.toString());
        }
    }

    private void object(Map<?, ?> map) {
        String[] keys = map.keySet().toArray(String[]::new);
        Arrays.sort(keys);
        text.append('{');
        for (int i = 0; i < keys.length; i++) {
            if (i > 0) {
                text.append(',');
            }
            text.quoted(keys[i]);
            text.append(':');
            value(map.get(keys[i]));
        }
        text.append('}');
    }

    private void list(Collection<?> list) {
        text.append('[');
        boolean first = true;
        for (Object item : list) {
            if (!first) {
                text.append(',');
            }
            first = false;
            value(item);
        }
        text.append(']');
    }

    private void number(Number number) {
        if (number instanceof BigDecimal decimal) {
            text.append(plain(decimal));
        } else if (number instanceof BigInteger whole) {
            text.append(whole.toString());
        } else if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            if (Double.isFinite(value)) {
                text.append(Double.toString(value));
            } else {
                text.quoted(Double.toString(value));
            }
        } else {
            text.append(Long.toString(number.longValue()));
        }
    }

    /** All digits, as long as a person could have meant them. */
    private static String plain(BigDecimal decimal) {
        if (Math.abs((long) decimal.scale()) > LARGEST_SCALE) {
            throw new IllegalArgumentException("A number has a scale of " + decimal.scale() + ", which is no value.");
        }
        return decimal.toPlainString();
    }
}
