package io.serai.config.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as maps, lists and texts, read without data binding, which would cost more than the rest of a check. */
final class JsonValues {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonValues() {}

    /** The object that begins at an index of a text; what follows it is not looked at. */
    static Map<String, Object> object(String text, int start) {
        try (JsonParser parser = JSON.createParser(text.substring(start))) {
            parser.nextToken();
            return map(value(parser));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value as an object; empty when it is none. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> ? (Map<String, Object>) value : Map.of();
    }

    /** The value as a list; empty when it is none. */
    static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /** The text of a key; empty when there is none. */
    static String text(Map<String, Object> object, String key) {
        return object.get(key) instanceof String text ? text : "";
    }

    /** Whether a key is true. */
    static boolean flag(Map<String, Object> object, String key) {
        return text(object, key).equals("true");
    }

    private static Object value(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> object = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                object.put(name, value(parser));
            }
            return object;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(parser));
            }
            return list;
        }
        return parser.getText();
    }
}
