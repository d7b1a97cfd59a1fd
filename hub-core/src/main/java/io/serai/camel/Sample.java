package io.serai.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import org.apache.camel.StreamCache;

/** A value as a person wants to see it: what it is, and its beginning. */
final class Sample {

    private static final int LONGEST = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Sample() {}

    static String of(Object value) {
        if (value == null) {
            return "nothing";
        }
        if (value instanceof Collection<?> list) {
            return list.size()
                    + (list.size() == 1 ? " item" : " items")
                    + (list.isEmpty()
                            ? ""
                            : ", the first: " + text(list.iterator().next()));
        }
        if (value instanceof byte[] bytes) {
            return bytes.length + " bytes";
        }
        if (value instanceof InputStream || value instanceof StreamCache) {
            return "a stream of bytes";
        }
        return text(value);
    }

    /** One value, cut. */
    static String text(Object value) {
        String text = value instanceof Map || value instanceof Collection ? json(value) : String.valueOf(value);
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            return String.valueOf(value);
        }
    }
}
