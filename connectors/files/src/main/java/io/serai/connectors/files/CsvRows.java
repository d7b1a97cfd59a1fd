package io.serai.connectors.files;

import io.serai.connectors.files.FileCursor.Reading;
import io.serai.connectors.files.RowScanner.Flaw;
import io.serai.connectors.files.RowScanner.Row;
import io.serai.spi.Change;
import io.serai.spi.Columns;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Rows of a CSV file by the names in its first row. */
final class CsvRows implements RecordReader {

    private final OpenFile file;
    private final Layout layout;
    private final Encoding encoding;
    private final List<String> header;
    private final Columns columns;
    private final RowScanner rows;
    private final RowSplitter splitter;
    private String text = "";

    private CsvRows(OpenFile file, Layout layout, Encoding encoding, List<String> header, RowScanner rows) {
        this.file = file;
        this.layout = layout;
        this.encoding = encoding;
        this.header = header;
        this.columns = new Columns(header);
        this.rows = rows;
        this.splitter = new RowSplitter(layout.delimiter());
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
        String line = encoding.decode(first.bytes(), first.from(), first.length());
        if (line == null) {
            return unusable(file, wrongEncoding(encoding));
        }
        RowSplitter names = new RowSplitter(layout.delimiter());
        if (!names.split(line)) {
            return unusable(file, "has a first line that is not a row of column names");
        }
        CsvHeader header = CsvHeader.of(names.fields(), layout);
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
        if (row.flaw() != Flaw.NONE) {
            return unreadable(row, flaw(row.flaw()));
        }
        text = encoding.decode(row.bytes(), row.from(), row.length());
        if (text == null) {
            return unreadable(row, "the row " + wrongEncoding(encoding));
        }
        if (!splitter.split(text)) {
            return unreadable(row, "the row is not CSV");
        }
        if (splitter.count() != header.size()) {
            return unreadable(
                    row, "the row has " + splitter.count() + " columns where the header has " + header.size());
        }
        return change(row);
    }

    private Change change(Row row) {
        Object[] values = new Object[columns.size()];
        for (int column = 0; column < values.length; column++) {
            values[column] = splitter.field(column);
        }
        Map<String, Object> record = columns.record(values);
        if (layout.keys().byLine()) {
            return new Change.Upsert(place(row), record);
        }
        String key = layout.keys().of(record);
        return key == null
                ? new Change.Unreadable(
                        place(row),
                        "the key field \"" + layout.keys().missing(record) + "\" is empty",
                        Excerpt.of(text))
                : new Change.Upsert(key, record);
    }

    private String place(Row row) {
        return RecordReader.place(file.name(), row.line());
    }

    private Change unreadable(Row row, String reason) {
        return new Change.Unreadable(place(row), reason, encoding.excerpt(row.bytes(), row.from(), row.length()));
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
