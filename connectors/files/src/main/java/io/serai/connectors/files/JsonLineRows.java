package io.serai.connectors.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.serai.connectors.files.FileCursor.Reading;
import io.serai.connectors.files.RowScanner.Flaw;
import io.serai.connectors.files.RowScanner.Row;
import io.serai.spi.Change;
import java.io.IOException;
import java.util.Map;

/** Lines of a JSON Lines file, an object each. */
final class JsonLineRows implements RecordReader {

    private final OpenFile file;
    private final Layout layout;
    private final Encoding encoding;
    private final RowScanner rows;
    private String text = "";

    JsonLineRows(OpenFile file, Layout layout, Encoding encoding, Reading from) {
        this.file = file;
        this.layout = layout;
        this.encoding = encoding;
        this.rows = new RowScanner(
                file.bytes(),
                file.limit(),
                encoding,
                from == null ? encoding.mark() : Math.max(from.offset(), encoding.mark()),
                from == null ? 1 : from.line(),
                RowScanner.NO_QUOTES,
                RowScanner.NO_QUOTES);
    }

    @Override
    public Change next() throws IOException {
        while (true) {
            Row row = rows.next();
            if (row == null || !row.ended() && file.grown()) {
                return null;
            }
            String place = RecordReader.place(file.name(), row.line());
            if (row.flaw() == Flaw.TOO_LONG) {
                String reason = "the line is longer than " + (RowScanner.LONGEST_ROW >> 20) + " MB";
                return new Change.Unreadable(place, reason, excerpt(row));
            }
            text = encoding.decode(row.bytes(), row.from(), row.length());
            if (text == null) {
                String reason =
                        "the line is not " + encoding.charset().name() + " text: set \"charset:\" of the stream";
                return new Change.Unreadable(place, reason, excerpt(row));
            }
            if (!text.isBlank()) {
                return parse(place);
            }
        }
    }

    private String excerpt(Row row) {
        return encoding.excerpt(row.bytes(), row.from(), Math.min(row.length(), Excerpt.LENGTH));
    }

    private Change parse(String place) throws IOException {
        try (JsonParser parser = JsonRecords.FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Change.Unreadable(place, "the line is not a JSON object", Excerpt.of(text));
            }
            Map<String, Object> record = JsonRecords.object(parser);
            if (parser.nextToken() != null) {
                return new Change.Unreadable(place, "something follows the JSON object", Excerpt.of(text));
            }
            return JsonRecords.change(layout, place, record, text);
        } catch (JsonProcessingException e) {
            return new Change.Unreadable(place, "the line cannot be read: " + JsonRecords.reason(e), Excerpt.of(text));
        }
    }

    @Override
    public long offset() {
        return rows.offset();
    }

    @Override
    public long line() {
        return rows.line();
    }

    @Override
    public String text() {
        return text;
    }
}
