package io.serai.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a signature says in the compared fields, as it is kept: a JSON array of texts and nulls. */
final class SaidText {

    private static final JsonFactory JSON = new JsonFactory();

    private SaidText() {}

    /** Null for nothing. */
    static String write(List<String> said) {
        if (said.isEmpty()) {
            return null;
        }
        StringWriter text = new StringWriter(128);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (String value : said) {
                json.writeString(value);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write text", e);
        }
        return text.toString();
    }

    static List<String> read(String text) {
        if (text == null) {
            return List.of();
        }
        List<String> said = new ArrayList<>(10);
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
                said.add(token == JsonToken.VALUE_NULL ? null : json.getText());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read what a signature says", e);
        }
        return Collections.unmodifiableList(said);
    }
}
