package io.serai.connectors.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.serai.connectors.files.FileCursor.Reading;
import io.serai.connectors.files.RowScanner.Flaw;
import io.serai.connectors.files.RowScanner.Row;
import io.serai.spi.Change;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of a CSV file by the names in its first row. */
final class CsvRows implements RecordReader {

    private final OpenFile file;
    private final Layout layout;
    private final Encoding encoding;
    private final List<String> header;
    private final RowScanner rows;
    private String text = "";

    private CsvRows(OpenFile file, Layout layout, Encoding encoding, List<String> header, RowScanner rows) {
        this.file = file;
        this.layout = layout;
        this.encoding = encoding;
        this.header = header;
        this.rows = rows;
    }

    static RecordReader open(OpenFile file, Layout layout, Encoding encoding, Reading from) throws IOException {
        RowScanner scanner = scanner(file, layout, encoding, encoding.mark(), 1);
        Row first = scanner.next();
        if (first == null) {
            return new CsvRows(file, layout, encoding, List.of(), scanner);
        }
        if (first.flaw() != Flaw.NONE) {
            return unusable(file, "has a first line that is not a row of column names");
        }
        String line = encoding.decode(first.bytes(), first.length());
        if (line == null) {
            return unusable(file, wrongEncoding(encoding));
        }
        CsvHeader header = CsvHeader.of(fields(layout, line), layout);
        if (header.flaw() != null) {
            return unusable(file, header.flaw());
        }
        return new CsvRows(
                file,
                layout,
                encoding,
                header.names(),
                from == null || from.offset() < scanner.offset()
                        ? scanner
                        : scanner(file, layout, encoding, from.offset(), from.line()));
    }

    List<String> header() {
        return header;
    }

    @Override
    public Change next() throws IOException {
        Row row = rows.next();
        if (row == null || !row.ended() && file.grown()) {
            return null;
        }
        String place = RecordReader.place(file.name(), row.line());
        if (row.flaw() != Flaw.NONE) {
            return unreadable(row, place, flaw(row.flaw()));
        }
        text = encoding.decode(row.bytes(), row.length());
        if (text == null) {
            return unreadable(row, place, "the row " + wrongEncoding(encoding));
        }
        List<String> values;
        try {
            values = fields(layout, text);
        } catch (CsvParseException e) {
            return unreadable(row, place, "the row is not CSV");
        }
        if (values.size() != header.size()) {
            return unreadable(
                    row, place, "the row has " + values.size() + " columns where the header has " + header.size());
        }
        return change(place, values);
    }

    private Change change(String place, List<String> values) {
        Map<String, Object> record = new LinkedHashMap<>(header.size() * 2);
        for (int column = 0; column < values.size(); column++) {
            record.put(header.get(column), values.get(column));
        }
        if (layout.keys().byLine()) {
            return new Change.Upsert(place, record);
        }
        String key = layout.keys().of(record);
        return key == null
                ? new Change.Unreadable(
                        place, "the key field \"" + layout.keys().missing(record) + "\" is empty", Excerpt.of(text))
                : new Change.Upsert(key, record);
    }

    private Change unreadable(Row row, String place, String reason) {
        return new Change.Unreadable(place, reason, encoding.excerpt(row.bytes(), row.length()));
    }

    private static String flaw(Flaw flaw) {
        return flaw == Flaw.QUOTE
                ? "a quote that opens a field in this row is not closed, or text follows the closing quote"
                : "the row is longer than " + (RowScanner.LONGEST_ROW >> 20) + " MB";
    }

    private static String wrongEncoding(Encoding encoding) {
        return "is not " + encoding.charset().name()
                + " text: set \"charset:\" of the stream (windows-1252, ISO-8859-1, …)";
    }

    private static RecordReader unusable(OpenFile file, String reason) {
        return new UnreadableFile(file.name(), file.limit(), reason);
    }

    private static RowScanner scanner(OpenFile file, Layout layout, Encoding encoding, long from, long line) {
        return new RowScanner(file.bytes(), file.limit(), encoding, from, line, '"', layout.delimiter());
    }

    private static List<String> fields(Layout layout, String row) {
        return CsvReader.builder()
                .fieldSeparator(layout.delimiter())
                .maxBufferSize(RowScanner.LONGEST_ROW)
                .skipEmptyLines(false)
                .ofSingleCsvRecord(row)
                .getFields();
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
