package io.serai.connectors.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts one row of CSV into fields as RFC 4180 says: a quote opens at the start of a field, doubles inside, and is followed by
 * a delimiter or the end. {@link RowScanner} has found where the row ends.
 */
final class RowSplitter {

    /** Longer rows are left to a reader that knows how much a row may hold. */
    private static final int SHORT = 16 << 10;

    private final char delimiter;
    private String[] fields = new String[32];
    private int count;

    RowSplitter(char delimiter) {
        this.delimiter = delimiter;
    }

    /** Whether the row could be cut. */
    boolean split(String row) {
        count = 0;
        return row.length() > SHORT ? splitLong(row) : splitShort(row);
    }

    /** Fields of the row that was cut last. */
    int count() {
        return count;
    }

    /** One of them, from 0. */
    String field(int place) {
        return fields[place];
    }

    private boolean splitShort(String row) {
        int length = row.length();
        int at = 0;
        while (true) {
            int end;
            if (at < length && row.charAt(at) == '"') {
                end = quoted(row, at + 1);
                if (end < 0) {
                    return false;
                }
            } else {
                end = row.indexOf(delimiter, at);
                end = end < 0 ? length : end;
                add(at == end ? "" : row.substring(at, end));
            }
            if (end == length) {
                return true;
            }
            at = end + 1;
        }
    }

    /** Adds the field that was opened by the quote before; its end, or -1 when it has none. */
    private int quoted(String row, int from) {
        int close = row.indexOf('"', from);
        StringBuilder text = null;
        int kept = from;
        while (close >= 0 && close + 1 < row.length() && row.charAt(close + 1) == '"') {
            text = text == null ? new StringBuilder(row.length() - from) : text;
            text.append(row, kept, close + 1);
            kept = close + 2;
            close = row.indexOf('"', kept);
        }
        if (close < 0 || close + 1 < row.length() && row.charAt(close + 1) != delimiter) {
            return -1;
        }
        add(
                text == null
                        ? row.substring(from, close)
                        : text.append(row, kept, close).toString());
        return close + 1;
    }

    private boolean splitLong(String row) {
        try {
            List<String> found = CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .maxBufferSize(RowScanner.LONGEST_ROW)
                    .skipEmptyLines(false)
                    .ofSingleCsvRecord(row)
                    .getFields();
            fields = found.toArray(fields);
            count = found.size();
            return true;
        } catch (CsvParseException e) {
            return false;
        }
    }

    /** All of them. */
    List<String> fields() {
        return List.of(Arrays.copyOf(fields, count));
    }

    private void add(String field) {
        if (count == fields.length) {
            fields = Arrays.copyOf(fields, count * 2);
        }
        fields[count++] = field;
    }
}
