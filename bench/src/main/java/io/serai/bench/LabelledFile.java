package io.serai.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** A copy of a labelled file whose order and ids tell nothing: the rows shuffled, the ids numbered anew. */
final class LabelledFile {

    private static final long SEED = 4;

    private LabelledFile() {}

    /** @param without columns to leave out */
    static Path shuffled(Path file, Path copy, Set<String> without) throws IOException {
        List<List<String>> rows = rows(file);
        List<String> header = rows.remove(0);
        Collections.shuffle(rows, new Random(SEED));
        Files.createDirectories(copy.getParent());
        try (CsvWriter csv = CsvWriter.builder().build(copy)) {
            csv.writeRecord(kept(header, header, without));
            int number = 1;
            for (List<String> row : rows) {
                List<String> renumbered = new ArrayList<>(row);
                if (header.contains("id")) {
                    renumbered.set(header.indexOf("id"), String.valueOf(number++));
                }
                csv.writeRecord(kept(renumbered, header, without));
            }
        }
        return copy;
    }

    private static List<List<String>> rows(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(in, StandardCharsets.UTF_8)) {
            for (CsvRecord record : csv) {
                rows.add(record.getFields());
            }
        }
        return rows;
    }

    private static List<String> kept(List<String> row, List<String> header, Set<String> without) {
        List<String> kept = new ArrayList<>();
        for (int column = 0; column < header.size(); column++) {
            if (!without.contains(header.get(column))) {
                kept.add(row.get(column));
            }
        }
        return kept;
    }
}
