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
        if (text.indexOf('\\') < 0) {
            readPlain(text, said);
            return Collections.unmodifiableList(said);
        }
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

    /** Text without escapes, as nearly all is: a page reads some hundred sayings for each of its records. */
    private static void readPlain(String text, List<String> into) {
        int at = 1;
        while (text.charAt(at) != ']') {
            boolean nothing = text.charAt(at) == 'n';
            int end = nothing ? at + 4 : text.indexOf('"', at + 1) + 1;
            into.add(nothing ? null : text.substring(at + 1, end - 1));
            at = text.charAt(end) == ',' ? end + 1 : end;
        }
    }
}
