package io.serai.connectors.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.serai.spi.Change;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON objects as records: numbers keep their digits, a name given twice is an error. */
final class JsonRecords {

    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(RowScanner.LONGEST_ROW)
                    .build())
            .build();

    private JsonRecords() {}

    /** The object at which the parser stands, read to its end. */
    static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            default -> null;
        };
    }

    private static List<Object> list(JsonParser parser) throws IOException {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser));
        }
        return list;
    }

    private static Number integer(JsonParser parser) throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? new BigDecimal(parser.getBigIntegerValue())
                : parser.getNumberValue();
    }

    static Change change(Layout layout, String place, Map<String, Object> record, String text) {
        if (layout.keys().byLine()) {
            return new Change.Upsert(place, record);
        }
        String key = layout.keys().of(record);
        return key == null
                ? new Change.Unreadable(
                        place,
                        "the key field \"" + layout.keys().missing(record) + "\" is missing or empty",
                        Excerpt.of(text))
                : new Change.Upsert(key, record);
    }

    /** What a parser found wrong, without the content that it quotes. */
    static String reason(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        if (message.startsWith("Duplicate field")) {
            return "a field name occurs twice in one object";
        }
        if (message.startsWith("Unexpected end-of-input") || message.startsWith("Unexpected end of input")) {
            return "it ends in the middle of an object";
        }
        int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
        return "it is not valid JSON" + (column > 0 ? " (near column " + column + ")" : "");
    }
}
