package io.serai.sync;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.serai.spi.Columns;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Comma-separated values (RFC 4180), fields named by the first line. An empty field is an empty text. */
final class CsvBody implements BodyReader {

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> rows;
    private Columns header;
    private boolean ended;

    CsvBody(InputStream body) throws IOException {
        reader = CsvReader.builder()
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(BodyText.of(body));
        rows = reader.iterator();
    }

    @Override
    public List<Row> next(int limit) throws IOException {
        List<Row> page = new ArrayList<>();
        while (!ended && page.size() < limit) {
            try {
                if (!rows.hasNext()) {
                    ended = true;
                } else if (header == null) {
                    header = header(rows.next());
                } else {
                    page.add(row(rows.next()));
                }
            } catch (CsvParseException e) {
                // The reader cannot find the next row's start any more.
                ended = true;
                page.add(Row.broken(
                        "the end",
                        "the rest of the body is not CSV: a quote without its end, or a field too long",
                        ""));
            }
        }
        return page;
    }

    private static Columns header(CsvRecord row) {
        Set<String> names = new HashSet<>();
        for (String name : row.getFields()) {
            if (!names.add(name.strip())) {
                throw new SyncException("The CSV body names the column \"" + name.strip()
                        + "\" twice, so its values cannot be told apart. Rename one.");
            }
        }
        return new Columns(row.getFields().stream().map(String::strip).toList());
    }

    private Row row(CsvRecord row) {
        Object[] values = new Object[header.size()];
        if (row.getFieldCount() != values.length) {
            return broken(row, "has " + row.getFieldCount() + " fields, the header has " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            String value = row.getField(i);
            if (value.indexOf(BodyText.BROKEN) >= 0) {
                return broken(row, "is not UTF-8 text");
            }
            values[i] = value;
        }
        return Row.of(header.record(values));
    }

    private static Row broken(CsvRecord row, String reason) {
        return Row.broken("line " + row.getStartingLineNumber(), reason, String.join(",", row.getFields()));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
