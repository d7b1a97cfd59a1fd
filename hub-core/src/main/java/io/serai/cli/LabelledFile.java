package io.serai.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.serai.config.Suggestion;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A table of people with a column that tells who is who.
 *
 * @param headers the columns but the one of the truth
 * @param rows aligned with the headers
 * @param truth of each row a number of its person, from 0; -1 where nothing is written
 */
record LabelledFile(List<String> headers, List<String[]> rows, int[] truth) {

    private static final int LOOKED_AT = 8192;
    private static final int TRIED = 10_000;

    /**
     * Reads a CSV, gzipped or not; commas, semicolons, tabs or bars between the values.
     *
     * @param truth the column that is equal for rows of one person; it is not among the others afterwards
     * @throws Refusal for whatever is not such a file, with what to do
     */
    static LabelledFile read(Path file, String truth) throws IOException {
        if (!Files.exists(file)) {
            throw refused("There is no file " + file + ".");
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw refused(file + (Files.isDirectory(file) ? " is a folder, not a CSV file." : " cannot be read."));
        }
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                InputStream plain = unpacked(raw, file)) {
            Charset charset = charset(plain, file);
            Reader reader = new BufferedReader(new InputStreamReader(plain, charset.newDecoder()), 1 << 16);
            return read(file, truth, reader);
        } catch (CharacterCodingException | UncheckedIOException notUtf8) {
            throw notText(file, notUtf8);
        } catch (ZipException | java.io.EOFException broken) {
            throw refused(file + " ends in .gz and is no whole gzip file.");
        } catch (CsvParseException broken) {
            if (broken.getCause() instanceof CharacterCodingException) {
                throw notText(file, broken);
            }
            throw refused(file + " is no CSV that can be read: " + broken.getMessage());
        }
    }

    private static Refusal notText(Path file, Exception why) {
        if (why instanceof UncheckedIOException && !(why.getCause() instanceof CharacterCodingException)) {
            throw (UncheckedIOException) why;
        }
        return refused(file + " is not UTF-8 text. Save it as UTF-8, or convert it: iconv -f windows-1252 -t utf-8 "
                + file + " > utf8.csv");
    }

    private static InputStream unpacked(InputStream raw, Path file) throws IOException {
        raw.mark(4);
        int first = raw.read();
        int second = raw.read();
        raw.reset();
        boolean packed = first == 0x1f && second == 0x8b;
        if (file.toString().endsWith(".gz") && !packed && first >= 0) {
            throw refused(file + " ends in .gz and is no gzip file.");
        }
        return packed ? new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16) : raw;
    }

    /** By the mark at the beginning, which is taken away; refuses what is no text at all. */
    private static Charset charset(InputStream in, Path file) throws IOException {
        in.mark(LOOKED_AT + 1);
        byte[] head = in.readNBytes(LOOKED_AT);
        in.reset();
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            in.skipNBytes(3);
            return StandardCharsets.UTF_8;
        }
        if (starts(head, 0xFE, 0xFF) || starts(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16;
        }
        if (starts(head, 'P', 'K', 3, 4)) {
            throw refused(file + " is an archive or a spreadsheet, not a CSV. Save it as CSV first.");
        }
        for (byte each : head) {
            if (each == 0) {
                throw refused(file + " holds binary data, not a CSV.");
            }
        }
        return StandardCharsets.UTF_8;
    }

    private static boolean starts(byte[] head, int... bytes) {
        boolean same = head.length >= bytes.length;
        for (int i = 0; same && i < bytes.length; i++) {
            same = (head[i] & 0xFF) == bytes[i];
        }
        return same;
    }

    private static LabelledFile read(Path file, String truth, Reader reader) throws IOException {
        reader.mark(1 << 15);
        char[] head = new char[1 << 14];
        int length = reader.read(head);
        reader.reset();
        char separator = separator(new String(head, 0, Math.max(0, length)));
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(reader)) {
            var records = csv.iterator();
            if (!records.hasNext()) {
                throw refused(file + " is empty.");
            }
            List<String> headers = headers(file, records.next());
            int column = headers.indexOf(truth);
            if (column < 0) {
                throw unknown(file, truth, headers);
            }
            Table table = new Table(headers.size(), column);
            while (records.hasNext()) {
                CsvRecord record = records.next();
                if (record.getFieldCount() != headers.size()) {
                    throw refused(file + ", line " + record.getStartingLineNumber() + ": " + record.getFieldCount()
                            + (record.getFieldCount() == 1 ? " value" : " values") + ", and the header has "
                            + headers.size() + ". Values that hold \"" + separator + "\" or quotes need quotes around"
                            + " them.");
                }
                table.add(record.getFields());
            }
            return table.done(file, truth, headers);
        }
    }

    /** A refusal with the columns that there are. */
    static Refusal unknown(Path file, String column, List<String> headers) {
        String near = Suggestion.nearest(column, headers)
                .map(name -> " Did you mean \"" + name + "\"?")
                .orElse("");
        return refused(file + " has no column \"" + column + "\"." + near + " Its columns are: "
                + String.join(", ", headers) + ".");
    }

    private static List<String> headers(Path file, CsvRecord first) {
        List<String> headers = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String written : first.getFields()) {
            String header = written.strip();
            header = header.isEmpty() ? "column_" + (headers.size() + 1) : header;
            if (!seen.add(header)) {
                throw refused(file + " has two columns named \"" + header + "\". Rename one of them.");
            }
            headers.add(header);
        }
        return headers;
    }

    /** The one of the usual separators that the first line has most of. */
    private static char separator(String head) {
        String line = head.lines().findFirst().orElse("");
        char best = ',';
        long most = line.chars().filter(letter -> letter == ',').count();
        for (char each : new char[] {';', '\t', '|'}) {
            long count = line.chars().filter(letter -> letter == each).count();
            if (count > most) {
                best = each;
                most = count;
            }
        }
        return best;
    }

    private static Refusal refused(String message) {
        return new Refusal(ExitCode.USAGE, message);
    }

    /** Rows while they are read. Equal values of a column are held once, unless nearly all differ. */
    private static final class Table {

        private final int truthColumn;
        private final List<String[]> rows = new ArrayList<>();
        private final List<Map<String, String>> values = new ArrayList<>();
        private final Map<String, Integer> people = new HashMap<>();
        private final List<Integer> truth = new ArrayList<>();

        Table(int columns, int truthColumn) {
            this.truthColumn = truthColumn;
            for (int i = 0; i < columns; i++) {
                values.add(new HashMap<>());
            }
        }

        void add(List<String> fields) {
            String[] row = new String[fields.size() - 1];
            for (int i = 0, at = 0; i < fields.size(); i++) {
                if (i != truthColumn) {
                    row[at++] = once(i, fields.get(i));
                }
            }
            rows.add(row);
            String person = fields.get(truthColumn).strip();
            truth.add(person.isEmpty() ? -1 : people.computeIfAbsent(person, key -> people.size()));
        }

        private String once(int column, String value) {
            if (value.isEmpty()) {
                return "";
            }
            Map<String, String> known = values.get(column);
            if (known == null) {
                return value;
            }
            String same = known.putIfAbsent(value, value);
            if (rows.size() > TRIED && known.size() * 2 > rows.size()) {
                values.set(column, null);
            }
            return same == null ? value : same;
        }

        LabelledFile done(Path file, String column, List<String> headers) {
            if (rows.size() < 2) {
                throw refused(file + " has " + (rows.isEmpty() ? "no row" : "one row")
                        + " below its header: there is no pair to compare.");
            }
            if (people.isEmpty()) {
                throw refused("The column \"" + column + "\" of " + file
                        + " is empty: no row says whose it is, so there is nothing to measure against.");
            }
            List<String> others = new ArrayList<>(headers);
            others.remove(truthColumn);
            if (others.isEmpty()) {
                throw refused(file + " has no column but \"" + column + "\".");
            }
            return new LabelledFile(
                    List.copyOf(others),
                    rows,
                    truth.stream().mapToInt(Integer::intValue).toArray());
        }
    }
}
