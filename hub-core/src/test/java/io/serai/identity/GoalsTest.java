package io.serai.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How well people are found in files of people, without labels, rules or thresholds; rows shuffled, so that no order tells. */
class GoalsTest {

    private static final IdentityRules NO_RULES = new IdentityRules(List.of(), 0);

    @ParameterizedTest(name = "{0} without {1}")
    @CsvSource({
        "febrl1.csv, id, .999",
        "febrl2.csv, id, .998",
        "febrl3.csv, id, .9995",
        "febrl3.csv, soc_sec_id, .997",
        "rldata500.csv, id, .95",
        "fake1000.csv, id, .985",
        "historical50k.csv.gz, id, .945"
    })
    void people_are_found_by_all_that_their_rows_say(String file, String without, double goal) throws IOException {
        List<String[]> rows = rows(file);
        List<String> header = new ArrayList<>(List.of(rows.remove(0)));
        Collections.shuffle(rows, new Random(3));
        int truth = header.indexOf("cluster");
        int left = header.indexOf(without);
        Object[] people = new Object[rows.size()];
        for (int i = 0; i < people.length; i++) {
            String[] row = rows.get(i);
            people[i] = row[truth];
            row[truth] = "";
            row[left] = "";
        }
        People engine = new People(Columns.guess(header, rows, NO_RULES), header);
        rows.forEach(engine::add);
        assertThat(Evaluation.of(engine.resolve(), people).pairs().f1()).isGreaterThanOrEqualTo(goal);
    }

    private static List<String[]> rows(String file) throws IOException {
        Path path = shared().resolve("data/people").resolve(file);
        assumeTrue(Files.exists(path), path + " is not there; set SERAI_SHARED to the folder of the shared data");
        List<String[]> rows = new ArrayList<>();
        try (InputStream raw = Files.newInputStream(path);
                InputStream in = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(in, StandardCharsets.UTF_8)) {
            reader.forEach(row -> rows.add(row.getFields().toArray(String[]::new)));
        }
        return rows;
    }

    private static Path shared() {
        String named = System.getenv("SERAI_SHARED");
        return named != null
                ? Path.of(named)
                : Path.of("").toAbsolutePath().resolve("../../shared").normalize();
    }
}
