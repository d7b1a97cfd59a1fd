package io.serai.sync;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One JSON array of objects, read element by element, or one object. */
final class JsonBody implements BodyReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final ObjectReader OBJECTS = JSON.readerFor(new TypeReference<Map<String, Object>>() {});

    private final JsonParser parser;
    private boolean begun;
    private boolean ended;
    private long number;

    JsonBody(InputStream body) throws IOException {
        parser = JSON.createParser(BodyText.of(body));
    }

    @Override
    public List<Row> next(int limit) throws IOException {
        List<Row> page = new ArrayList<>();
        try {
            if (!begun) {
                begin(page);
            }
            while (!ended && page.size() < limit) {
                if (parser.nextToken() == JsonToken.END_ARRAY) {
                    ended = true;
                } else {
                    page.add(element());
                }
            }
        } catch (JacksonException e) {
            ended = true;
            page.add(Row.broken(
                    "element " + (number + 1), "the rest of the body is not JSON: it broke off or is malformed", ""));
        }
        return page;
    }

    private void begin(List<Row> page) throws IOException {
        begun = true;
        JsonToken first;
        try {
            first = parser.nextToken();
        } catch (JacksonException e) {
            throw new SyncException(
                    "The body is not JSON (a web page, perhaps?): it must be an array of objects, or one"
                            + " object. Nothing of it was taken in.");
        }
        if (first == JsonToken.START_OBJECT) {
            page.add(element());
            ended = true;
        } else if (first == null) {
            ended = true;
        } else if (first != JsonToken.START_ARRAY) {
            throw new SyncException("The body is JSON, but neither an array of objects nor an object. Nothing of it was"
                    + " taken in.");
        }
    }

    private Row element() throws IOException {
        number++;
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            Object other = JSON.readValue(parser, Object.class);
            return Row.broken("element " + number, "is not an object", String.valueOf(other));
        }
        Map<String, Object> fields = OBJECTS.readValue(parser);
        return Row.of(fields);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
