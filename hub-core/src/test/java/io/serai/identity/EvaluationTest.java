package io.serai.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final IdentityRules NO_RULES = new IdentityRules(List.of(), 1);

    @Test
    void the_textbook_example_counts_as_in_the_textbook() {
        int[] found = {1, 1, 1, 2, 2, 3};
        Object[] truth = {"a", "a", "b", "b", "b", "c"};
        Evaluation evaluation = Evaluation.of(found, truth);
        assertThat(evaluation.clusters()).isEqualTo(3);
        assertThat(evaluation.people()).isEqualTo(3);
        assertThat(evaluation.pairs()).isEqualTo(new Evaluation.Score(2 / 4.0, 2 / 4.0));
        assertThat(evaluation.whole()).isEqualTo(new Evaluation.Score(1 / 3.0, 1 / 3.0));
        assertThat(evaluation.bCubed().precision()).isCloseTo((2 / 3.0 * 2 + 1 / 3.0 + 1 * 3) / 6, within(1e-12));
        assertThat(evaluation.bCubed().recall()).isCloseTo((2 + 1 / 3.0 + 2 / 3.0 * 2 + 1) / 6, within(1e-12));
    }

    @Test
    void nothing_found_and_nothing_there_is_right() {
        Evaluation evaluation = Evaluation.of(new int[] {1, 2}, new Object[] {"a", "b"});
        assertThat(evaluation.pairs().f1()).isEqualTo(1);
        assertThat(Evaluation.of(new int[0], new Object[0]).bCubed().f1()).isEqualTo(1);
    }

    @Test
    void rows_without_a_truth_do_not_count() {
        Evaluation evaluation = Evaluation.of(new int[] {1, 1, 1}, new Object[] {"a", "", null});
        assertThat(evaluation.rows()).isEqualTo(1);
        assertThat(evaluation.pairs().precision()).isEqualTo(1);
    }

    @Test
    void columns_are_guessed_by_their_names_and_row_numbers_are_not_people() {
        Columns columns = Columns.guess(
                List.of("id", "cluster", "E-Mail", "Mobile", "soc_sec_id", "given_name", "surname", "date_of_birth"),
                NO_RULES);
        assertThat(columns.identifiers()).containsOnlyKeys("E-Mail", "Mobile", "soc_sec_id");
        assertThat(columns.firstName()).isEqualTo("given_name");
        assertThat(columns.lastName()).isEqualTo("surname");
        assertThat(columns.birthDate()).isEqualTo("date_of_birth");
        assertThat(columns.without("soc_sec_id").identifiers()).containsOnlyKeys("E-Mail", "Mobile");
    }

    @Test
    void the_installations_rules_name_the_columns() {
        IdentityRules rules = new IdentityRules(
                List.of(
                        new IdentifierRule("loyalty", 3, IdentifierRule.Kind.ID, "", List.of(), false, 10),
                        new IdentifierRule("email", 5, IdentifierRule.Kind.EMAIL, "", List.of(), false, 10)),
                1);
        Columns columns = Columns.guess(List.of("Loyalty", "mail", "ssn"), rules);
        assertThat(columns.identifiers())
                .containsEntry("Loyalty", "loyalty")
                .containsEntry("mail", "email")
                .hasSize(2);
    }

    @Test
    void rows_without_identifiers_are_people_of_their_own() {
        People people = new People(Columns.guess(List.of("email"), NO_RULES));
        for (String email : List.of("", "ann@x.org", "n/a", "ANN@x.org")) {
            people.add(Map.of("email", email));
        }
        assertThat(people.resolve()).containsExactly(0, 1, 2, 1);
    }

    @Test
    void real_people_are_found_by_their_addresses() throws IOException {
        Evaluation evaluation = evaluate("fake1000.csv");
        assertThat(evaluation.people()).isEqualTo(251);
        assertThat(evaluation.pairs().precision()).isGreaterThan(.99);
        assertThat(evaluation.pairs().recall()).isGreaterThan(.85);
    }

    @Test
    void real_people_are_found_by_their_numbers() throws IOException {
        Evaluation evaluation = evaluate("febrl3.csv");
        assertThat(evaluation.people()).isEqualTo(2000);
        assertThat(evaluation.pairs().precision()).isGreaterThan(.99);
        assertThat(evaluation.pairs().recall()).isGreaterThan(.99);
    }

    private static Evaluation evaluate(String file) throws IOException {
        Path path = shared().resolve("data/people").resolve(file);
        assumeTrue(Files.exists(path), path + " is not there; set SERAI_SHARED to the folder of the shared data");
        List<NamedCsvRecord> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(path)) {
            reader.forEach(rows::add);
        }
        Collections.shuffle(rows, new Random(3));
        People people = new People(Columns.guess(rows.get(0).getHeader(), NO_RULES));
        Object[] truth = new Object[rows.size()];
        for (int row = 0; row < truth.length; row++) {
            truth[row] = rows.get(row).getField("cluster");
            people.add(rows.get(row).getFieldsAsMap());
        }
        Evaluation evaluation = Evaluation.of(people.resolve(), truth);
        System.getLogger(EvaluationTest.class.getName()).log(System.Logger.Level.DEBUG, "{0}: {1}", file, evaluation);
        return evaluation;
    }

    private static Path shared() {
        String named = System.getenv("SERAI_SHARED");
        return named != null
                ? Path.of(named)
                : Path.of("").toAbsolutePath().resolve("../../shared").normalize();
    }
}
