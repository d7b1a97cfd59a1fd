package io.serai.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * A table of people with a column that tells who is who.
 *
 * @param truthName the name of that column
 * @param headers the columns but the one of the truth
 * @param rows aligned with the headers
 * @param truth of each row a number of its person, from 0; -1 where nothing is written
 */
record LabelledFile(String truthName, List<String> headers, List<String[]> rows, int[] truth) {

    private static final int LOOKED_AT = 1 << 14;

    /**
     * Reads a CSV, gzipped or not; commas, semicolons, tabs or bars between the values.
     *
     * @param truth the column that is equal for rows of one person; it is not among the others afterwards. Where the table has
     *     no names of columns, its number from 1
     * @throws Refusal for whatever is not such a file, with what to do
     */
    static LabelledFile read(Path file, String truth) throws IOException {
        try (BufferedReader reader = TableText.open(file)) {
            return read(file, truth, reader);
        } catch (CharacterCodingException | UncheckedIOException notUnicode) {
            throw notText(file, notUnicode);
        } catch (ZipException | java.io.EOFException broken) {
            throw Refusal.usage(file + " is no whole gzip file: it breaks off or is damaged. Copy or pack it anew.");
        } catch (CsvParseException broken) {
            if (broken.getCause() instanceof CharacterCodingException) {
                throw notText(file, broken);
            }
            throw unreadable(file, broken.getMessage());
        }
    }

    private static Refusal notText(Path file, Exception why) {
        if (why instanceof UncheckedIOException && !(why.getCause() instanceof CharacterCodingException)) {
            throw (UncheckedIOException) why;
        }
        return Refusal.usage(
                file + " is not UTF-8 text. Save it as UTF-8, or convert it: iconv -f windows-1252 -t utf-8 " + file
                        + " > utf8.csv");
    }

    private static Refusal unreadable(Path file, String why) {
        String line = why.replaceFirst("(?s).*\\(record starting at (line [0-9]+)\\).*", "$1");
        String where = line.equals(why) ? "" : ", " + line;
        return Refusal.usage(
                why.contains("buffer")
                        ? file + where + ": a value of more than 16 million letters. A quote was opened there and never"
                                + " closed; close it."
                        : file + where + ": something stands between a closing quote and the end of its value. A quote"
                                + " inside a value is written twice: \"\".");
    }

    private static LabelledFile read(Path file, String truth, BufferedReader reader) throws IOException {
        char separator = separator(reader);
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(reader)) {
            Iterator<CsvRecord> records = csv.iterator();
            if (!records.hasNext()) {
                throw Refusal.usage(file + " is empty. Name a file with a line of column names and rows below it.");
            }
            List<String> first = records.next().getFields();
            TableHeader header = TableHeader.of(file, first, truth);
            LabelledRows rows = new LabelledRows(header);
            if (!header.isWritten()) {
                rows.add(first);
            }
            while (records.hasNext()) {
                CsvRecord record = records.next();
                rows.add(whole(file, record, header.names().size(), separator));
            }
            return rows.done(file);
        }
    }

    /** The values of a row; empty ones beyond the header do not count. */
    private static List<String> whole(Path file, CsvRecord record, int columns, char separator) {
        List<String> fields = record.getFields();
        int size = fields.size();
        if (size > columns && fields.subList(columns, size).stream().allMatch(String::isBlank)) {
            return fields.subList(0, columns);
        }
        if (size != columns) {
            throw Refusal.usage(file + ", line " + record.getStartingLineNumber() + ": " + size
                    + (size == 1 ? " value" : " values") + ", and the header has " + columns + ". Values that hold \""
                    + (separator == '\t' ? "tab" : separator)
                    + "\" or quotes need quotes around them, and a quote that opens must close.");
        }
        return fields;
    }

    /** The one that a line "sep=;" names, which is passed over, or of the usual ones the one that the first line has most of. */
    private static char separator(BufferedReader reader) throws IOException {
        reader.mark(2 * LOOKED_AT);
        char[] head = new char[LOOKED_AT];
        int length = reader.read(head);
        reader.reset();
        String line =
                new String(head, 0, Math.max(0, length)).lines().findFirst().orElse("");
        if (line.matches("(?i)sep=.")) {
            reader.readLine();
            return line.charAt(4);
        }
        char best = ',';
        long most = count(line, ',');
        for (char each : new char[] {';', '\t', '|'}) {
            if (count(line, each) > most) {
                best = each;
                most = count(line, each);
            }
        }
        return best;
    }

    private static long count(String line, char letter) {
        return line.chars().filter(each -> each == letter).count();
    }

    /** What a person should know about the truth before believing any figure; empty for nothing. */
    Optional<String> doubt() {
        long labelled = Arrays.stream(truth).filter(person -> person >= 0).count();
        long people =
                Arrays.stream(truth).filter(person -> person >= 0).distinct().count();
        String column = "\"" + truthName + "\"";
        if (people == labelled) {
            return Optional.of("No two rows have the same " + column
                    + ": there is nobody to find, and recall says nothing. Is it the right column?");
        }
        if (people == 1) {
            return Optional.of("All rows have the same " + column
                    + ": nobody can be taken for another, and precision says nothing. Is it the right column?");
        }
        return labelled == truth.length
                ? Optional.empty()
                : Optional.of(CheckCommand.count(truth.length - (int) labelled, "row") + " of " + truth.length
                        + " have no " + column + ": they are compared and not measured.");
    }
}
