package io.serai.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {

    private static final String LETTERS = "ab;,\"\"\n\r";

    @TempDir
    Path folder;

    private final Random random = new Random(9);

    @Test
    void a_row_is_found_where_it_stands_in_the_buffer_as_it_is_found_unit_by_unit() throws IOException {
        for (int round = 0; round < 300; round++) {
            String text = text(round < 290 ? 60 : 200_000);
            char quote = round % 5 == 0 ? RowScanner.NO_QUOTES : '"';
            // Two bytes a character are always read unit by unit.
            assertThat(rows(text, StandardCharsets.US_ASCII, quote))
                    .as(text)
                    .isEqualTo(rows(text, StandardCharsets.UTF_16LE, quote));
        }
    }

    @Test
    void reading_goes_on_from_the_place_after_every_row() throws IOException {
        for (int round = 0; round < 50; round++) {
            Path file = Files.writeString(folder.resolve("resumed.csv"), text(300));
            List<String> all = rows(file, StandardCharsets.US_ASCII, '"', 0, 1);
            try (FileChannel channel = FileChannel.open(file)) {
                Encoding encoding = Encoding.of(channel, StandardCharsets.US_ASCII);
                RowScanner scanner = new RowScanner(channel, channel.size(), encoding, 0, 1, '"', ',');
                for (int done = 1; scanner.next() != null; done++) {
                    assertThat(rows(file, StandardCharsets.US_ASCII, '"', scanner.offset(), scanner.line()))
                            .isEqualTo(all.subList(done, all.size()));
                }
            }
        }
    }

    @Test
    void a_row_is_cut_into_the_fields_that_a_csv_reader_finds() {
        RowSplitter splitter = new RowSplitter(',');
        for (int round = 0; round < 100_000; round++) {
            String row = row();
            boolean cut = splitter.split(row);
            List<String> expected = fields(row);
            assertThat(cut ? splitter.fields() : null).as(row).isEqualTo(expected);
        }
    }

    @Test
    void a_row_of_too_many_fields_is_no_row() {
        RowSplitter splitter = new RowSplitter(',');

        assertThat(splitter.split(",".repeat(40_000))).isFalse();
        assertThat(splitter.split(",".repeat(16_000))).isTrue();
        assertThat(splitter.count()).isEqualTo(16_001);
    }

    private static List<String> fields(String row) {
        try {
            return CsvReader.builder()
                    .skipEmptyLines(false)
                    .ofSingleCsvRecord(row)
                    .getFields();
        } catch (CsvParseException e) {
            return null;
        }
    }

    /** As {@link RowScanner} gives it: its quotes are closed, and no line ends outside of them. */
    private String row() {
        StringBuilder row = new StringBuilder();
        for (int fields = 1 + random.nextInt(4); fields > 0; fields--) {
            String text = text(6);
            row.append(
                    random.nextBoolean()
                            ? "\"" + text.replace("\"", "\"\"") + "\""
                            : "x" + text.replaceAll("[,\r\n]", random.nextBoolean() ? "" : "é"));
            row.append(fields > 1 ? "," : "");
        }
        return row.toString();
    }

    private String text(int longest) {
        StringBuilder text = new StringBuilder();
        int letters = LETTERS.length() - random.nextInt(4);
        for (int length = random.nextInt(longest); length > 0; length--) {
            text.append(LETTERS.charAt(random.nextInt(letters)));
        }
        return text.toString();
    }

    private List<String> rows(String text, Charset charset, char quote) throws IOException {
        return rows(Files.writeString(folder.resolve(charset.name()), text, charset), charset, quote, 0, 1);
    }

    private static List<String> rows(Path file, Charset charset, char quote, long from, long line) throws IOException {
        List<String> rows = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file)) {
            Encoding encoding = Encoding.of(channel, charset);
            RowScanner scanner = new RowScanner(channel, channel.size(), encoding, from, line, quote, ',');
            for (RowScanner.Row row = scanner.next(); row != null; row = scanner.next()) {
                String text = encoding.decode(row.bytes(), row.from(), row.length());
                rows.add(row.line() + " " + row.flaw() + " " + row.ended() + " " + text + " until "
                        + scanner.offset() / encoding.width() + ", line " + scanner.line());
            }
        }
        return rows;
    }
}
