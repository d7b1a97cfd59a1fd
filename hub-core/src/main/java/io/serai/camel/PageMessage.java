package io.serai.camel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One page as a message.
 *
 * @param body the records or people
 * @param headers {@code HubPage} and others by name
 */
record PageMessage(List<Map<String, Object>> body, Map<String, Object> headers) {

    static PageMessage of(List<Map<String, Object>> body, int number, boolean last) {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("HubPage", number);
        headers.put("HubLast", last);
        return new PageMessage(body, headers);
    }

    PageMessage with(String header, Object value) {
        headers.put(header, value);
        return this;
    }
}
