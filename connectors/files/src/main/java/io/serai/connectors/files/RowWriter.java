package io.serai.connectors.files;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes rows of a destination's file. */
final class RowWriter implements Closeable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final BufferedWriter text;
    private final CsvWriter csv;
    private final List<String> columns;
    private final String[] cells;

    /** @param columns of a CSV file; null for JSON Lines */
    RowWriter(Path path, Charset charset, char delimiter, List<String> columns) throws IOException {
        CharsetEncoder encoder = charset.newEncoder()
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .onMalformedInput(CodingErrorAction.REPORT);
        this.text = new BufferedWriter(new java.io.OutputStreamWriter(Files.newOutputStream(path), encoder), 64 << 10);
        this.columns = columns;
        this.cells = new String[columns == null ? 0 : columns.size()];
        this.csv = columns == null
                ? null
                : CsvWriter.builder()
                        .fieldSeparator(delimiter)
                        .lineDelimiter(LineDelimiter.LF)
                        .bufferSize(0)
                        .build(text);
        if (csv != null) {
            csv.writeRecord(columns);
        }
    }

    void write(Map<String, Object> fields) throws IOException {
        if (csv == null) {
            text.write(JSON.writeValueAsString(fields));
            text.write('\n');
        } else {
            for (int i = 0; i < cells.length; i++) {
                cells[i] = cell(fields.get(columns.get(i)));
            }
            csv.writeRecord(cells);
        }
    }

    /** Writes a row as it stood in the file before. */
    void copy(String row) throws IOException {
        text.write(row);
        text.write('\n');
    }

    /** The value as it stands in a CSV cell. */
    static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Map || value instanceof List) {
            try {
                return JSON.writeValueAsString(value);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("a field is not what JSON knows", e);
            }
        }
        return value.toString();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
