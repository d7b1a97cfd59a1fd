package io.serai.sync;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Comma-separated values (RFC 4180), fields named by the first line. An empty field is an empty text. */
final class CsvBody implements BodyReader {

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> rows;
    private List<String> header;
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

    private static List<String> header(CsvRecord row) {
        Set<String> names = new HashSet<>();
        for (String name : row.getFields()) {
            if (!names.add(name.strip())) {
                throw new SyncException("The CSV body names the column \"" + name.strip()
                        + "\" twice, so its values cannot be told apart. Rename one.");
            }
        }
        return row.getFields().stream().map(String::strip).toList();
    }

    private Row row(CsvRecord row) {
        String line = "line " + row.getStartingLineNumber();
        String raw = String.join(",", row.getFields());
        if (row.getFieldCount() != header.size()) {
            return Row.broken(line, "has " + row.getFieldCount() + " fields, the header has " + header.size(), raw);
        }
        if (raw.indexOf(BodyText.BROKEN) >= 0) {
            return Row.broken(line, "is not UTF-8 text", raw);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            fields.put(header.get(i), row.getField(i));
        }
        return Row.of(fields);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
