package io.serai.sync;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One JSON object a line; empty lines are none. */
final class JsonLinesBody implements BodyReader {

    private static final int LONGEST = 32 << 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectReader OBJECTS = JSON.readerFor(new TypeReference<Map<String, Object>>() {});

    private final Reader reader;
    private final StringBuilder line = new StringBuilder();
    private final char[] buffer = new char[1 << 14];
    private int at;
    private int end;
    private long number;
    private boolean ended;

    JsonLinesBody(InputStream body) throws IOException {
        reader = BodyText.of(body);
    }

    @Override
    public List<Row> next(int limit) throws IOException {
        List<Row> page = new ArrayList<>();
        while (!ended && page.size() < limit) {
            boolean tooLong = readLine();
            String text = line.toString();
            if (tooLong) {
                page.add(Row.broken("line " + number, "is longer than 32 million characters", text.substring(0, 4096)));
            } else if (!text.isBlank()) {
                page.add(row(text));
            }
        }
        return page;
    }

    /** Reads up to the next line end; what is too long is passed over without keeping it. */
    private boolean readLine() throws IOException {
        line.setLength(0);
        number++;
        boolean tooLong = false;
        boolean complete = false;
        while (!complete && (at < end || fill())) {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            int kept = Math.min(at - from, LONGEST - line.length());
            line.append(buffer, from, kept);
            tooLong |= kept < at - from;
            complete = at < end;
            at += complete ? 1 : 0;
        }
        ended = !complete;
        return tooLong;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, reader.read(buffer));
        return end > 0;
    }

    private Row row(String text) {
        if (text.indexOf(BodyText.BROKEN) >= 0) {
            return Row.broken("line " + number, "is not UTF-8 text", text);
        }
        try {
            Map<String, Object> fields = OBJECTS.readValue(text);
            return fields == null ? Row.broken("line " + number, "is not a JSON object", text) : Row.of(fields);
        } catch (JacksonException e) {
            return Row.broken("line " + number, "is not a JSON object", text);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
