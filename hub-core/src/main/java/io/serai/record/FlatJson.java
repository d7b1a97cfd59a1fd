package io.serai.record;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the plainest of payloads in one go: one level of texts without escapes, whole numbers of few digits, truths and nulls. Most
 * are like that, and a parser costs three times as much.
 */
final class FlatJson {

    private static final int MOST_DIGITS = 9;

    private final String text;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private int at = 1;

    private FlatJson(String text) {
        this.text = text;
    }

    /** The fields as a parser would give them; null when they are not so plain. */
    static Map<String, Object> read(String text) {
        if (text.length() < 2 || text.charAt(0) != '{' || text.indexOf('\\') >= 0) {
            return null;
        }
        try {
            FlatJson json = new FlatJson(text);
            return json.all() ? json.fields : null;
        } catch (IndexOutOfBoundsException e) {
            return null;
        }
    }

    private boolean all() {
        if (text.charAt(at) == '}') {
            return text.length() == 2;
        }
        do {
            if (text.charAt(at) != '"' || !field(quoted())) {
                return false;
            }
        } while (text.charAt(at++) == ',');
        return text.charAt(at - 1) == '}' && at == text.length();
    }

    private String quoted() {
        int end = text.indexOf('"', at + 1);
        String value = text.substring(at + 1, end);
        at = end + 1;
        return value;
    }

    private boolean field(String name) {
        if (text.charAt(at++) != ':') {
            return false;
        }
        char first = text.charAt(at);
        if (first == '"') {
            fields.put(name, quoted());
            return true;
        }
        return first == 'n' && word(name, "null", null)
                || first == 't' && word(name, "true", true)
                || first == 'f' && word(name, "false", false)
                || (first == '-' || first >= '0' && first <= '9') && number(name);
    }

    private boolean word(String name, String word, Object value) {
        boolean found = text.startsWith(word, at);
        at += word.length();
        fields.put(name, value);
        return found;
    }

    private boolean number(String name) {
        int from = at;
        int digits = text.charAt(at) == '-' ? at + 1 : at;
        at = digits;
        while (text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        boolean plain = at > digits && at - digits <= MOST_DIGITS && (at == digits + 1 || text.charAt(digits) != '0');
        if (plain) {
            fields.put(name, Integer.parseInt(text, from, at, 10));
        }
        return plain;
    }
}
