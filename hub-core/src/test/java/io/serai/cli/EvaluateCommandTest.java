package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.Homes;
import io.serai.TestHome;
import io.serai.cli.Commands.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hub evaluate}: what it measures, what it writes, and what it says of files that are none. */
class EvaluateCommandTest {

    private static final String[] GIVEN = {"Ann", "Ben", "Cleo", "Dan", "Eve", "Fay", "Gus", "Hal", "Ida", "Jon"};
    private static final String[] FAMILY = {"Mill", "Hill", "Dale", "Wood", "Ford", "Marsh", "Stone", "Lake"};

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void a_home() {
        home = Homes.shop(folder).config("identity.yaml", "identifiers: [{ name: email, normalise: email }]\n");
    }

    /** 240 rows of 120 people, each twice, the second time with a slip. */
    private static String people() {
        StringBuilder csv = new StringBuilder("nr,who,first_name,last_name,birth_date,city,email\n");
        for (int i = 0; i < 120; i++) {
            String given = GIVEN[i % 10];
            String family = FAMILY[i / 10 % 8] + (char) ('a' + i % 7);
            String born = (1950 + i % 50) + "-0" + (1 + i % 9) + "-1" + i % 9;
            String rest = ",p" + i + "," + given + ',' + family + ',' + born + ",Town" + i % 12 + ',';
            csv.append(i).append(rest).append(given).append(i).append("@mail.example\n");
            csv.append(1000 + i).append(rest.replace(family, family + "e")).append("\n");
        }
        return csv.toString();
    }

    private Path file(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path csv(String text) {
        return file("people.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private Answer evaluate(Path file, String... more) {
        List<String> words = new ArrayList<>(List.of("evaluate", file.toString()));
        words.addAll(Arrays.asList(more));
        return new Commands(folder).hub(words.toArray(String[]::new));
    }

    private void refused(Path file, String... sentence) {
        Answer answer = evaluate(file, "--truth", "who");
        assertThat(answer.exitCode()).as(answer.out() + answer.err()).isEqualTo(2);
        assertThat(answer.err()).contains(sentence).doesNotContain("Exception");
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void programs_get_every_measure() {
        JsonNode json = evaluate(csv(people()), "--truth", "who", "--json").json();

        assertThat(json.get("rows").asInt()).isEqualTo(240);
        assertThat(json.get("people").asInt()).isEqualTo(120);
        assertThat(json.at("/pairwise/f1").asDouble()).isGreaterThan(0.95);
        for (String measure : List.of("pairwise", "cluster", "b_cubed")) {
            for (String figure : List.of("precision", "recall", "f1")) {
                assertThat(json.at("/" + measure + "/" + figure).isNumber()).isTrue();
            }
        }
        assertThat(json.at("/blocking/recall").asDouble()).isBetween(0.9, 1.0);
        assertThat(json.at("/blocking/pairs").asLong()).isPositive();
        assertThat(json.at("/blocking/passes/0/pass").asText()).isNotEmpty();
        JsonNode bin = json.at("/calibration/0");
        for (String figure : List.of("from", "to", "pairs", "predicted", "actual")) {
            assertThat(bin.get(figure).isNumber()).as(figure).isTrue();
        }
        assertThat(json.get("calibration_error").asDouble()).isBetween(0.0, 1.0);
        assertThat(json.at("/columns").findValuesAsText("as")).contains("first_name", "last_name", "birth_date");
        assertThat(json.at("/ignored/nr").asText()).isNotEmpty();
        assertThat(json.get("wall_s").asDouble())
                .isPositive()
                .isLessThanOrEqualTo(json.get("total_s").asDouble());
        assertThat(json.get("cpu_s").asDouble()).isPositive();
        assertThat(json.get("peak_mb").asLong()).isPositive();
    }

    @Test
    void only_when_asked_it_takes_rows_as_this_hub_would() throws IOException {
        Path file = csv(people());
        Files.writeString(folder.resolve("config/identity.yaml"), """
                identifiers: [{ name: email, normalise: email }]
                matching: { merge_above: 0.9999999999 }
                """);

        int usual = evaluate(file, "--truth", "who", "--json")
                .json()
                .get("clusters")
                .asInt();
        int cautious = evaluate(file, "--truth", "who", "--json", "--as-hub")
                .json()
                .get("clusters")
                .asInt();

        assertThat(usual).isLessThan(140);
        assertThat(cautious).isGreaterThan(200);
    }

    @Test
    void people_get_tables_and_what_each_column_was_taken_for() {
        Answer answer = evaluate(csv(people()), "--truth", "who");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains("240 rows of 120 people")
                .contains("PRECISION", "B-cubed", "Blocking:", "Calibration:", "PREDICTED")
                .containsPattern("birth_date +birth_date")
                .containsPattern("nr +not used: ");
        assertThat(answer.err()).contains("since the program began");
    }

    @Test
    void a_report_is_one_page_that_needs_nothing_else() throws IOException {
        String evil = people().replaceFirst("Ann,Milla", "<script>alert(1)</script>,\"Mill\"\"a&<b>\"");
        Path report = folder.resolve("report.html");
        Answer answer = evaluate(csv(evil), "--truth", "who", "--report", report.toString());

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.err()).contains("It shows values of people.csv");
        String page = Files.readString(report);
        assertThat(page)
                .startsWith("<!doctype html>")
                .contains(
                        "What each field says",
                        "Scores of the pairs",
                        "Is 0.9 nine in ten?",
                        "Which pairs were compared")
                .contains("A pair, step by step", "any two rows", "<svg", "prefers-color-scheme:dark")
                .doesNotContain("<script", "http://", "https://", "src=", "url(", "@import", "<link");
    }

    @Test
    void a_value_is_shown_as_text_whatever_it_holds() throws IOException {
        StringBuilder csv = new StringBuilder(people());
        for (int i = 0; i < 2; i++) {
            csv.append("77")
                    .append(i)
                    .append(",evil,<img src=x onerror=alert(1)>,Zed,1951-02-03,\"</style><b>\",z@z.example\n");
        }
        Path report = folder.resolve("report.html");
        evaluate(csv(csv.toString()), "--truth", "who", "--report", report.toString());

        assertThat(Files.readString(report)).doesNotContain("<img", "</style><b>");
    }

    @Test
    void what_columns_mean_can_be_told() {
        Path file = csv(people().replaceFirst("first_name,last_name", "a,b"));

        JsonNode json = evaluate(
                        file, "--truth", "who", "--json", "--map", "first_name=a,last_name=b,birth_date=birth_date")
                .json();

        assertThat(json.at("/columns").findValuesAsText("as"))
                .containsExactlyInAnyOrder("first_name", "last_name", "birth_date");
        assertThat(json.at("/ignored/city").asText()).isNotEmpty();
    }

    @Test
    void a_file_may_be_gzipped_begin_with_a_mark_and_have_semicolons() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(("\uFEFF" + people().replace(',', ';')).getBytes(StandardCharsets.UTF_8));
        }
        byte[] sixteen = ("\uFEFF" + people()).getBytes(StandardCharsets.UTF_16LE);

        for (Path file : List.of(file("people.csv.gz", packed.toByteArray()), file("excel.csv", sixteen))) {
            Answer answer = evaluate(file, "--truth", "who", "--json");
            assertThat(answer.exitCode()).as(answer.err()).isZero();
            assertThat(answer.json().get("rows").asInt()).isEqualTo(240);
        }
    }

    @Test
    void the_same_file_gives_the_same_figures() {
        Path file = csv(people());

        JsonNode one = evaluate(file, "--truth", "who", "--json").json();
        JsonNode other = evaluate(file, "--truth", "who", "--json").json();

        for (String measure : List.of("pairwise", "cluster", "b_cubed", "blocking", "calibration", "clusters")) {
            assertThat(one.get(measure)).as(measure).isEqualTo(other.get(measure));
        }
    }

    @Test
    void files_that_are_none_get_a_sentence() throws IOException {
        refused(folder.resolve("nowhere.csv"), "There is no file");
        refused(Files.createDirectories(folder.resolve("dir")), "is a folder, not a CSV file");
        refused(csv(""), "is empty");
        refused(csv("who,first_name\n"), "no row below its header");
        refused(csv("who,first_name\n1,Ann\n"), "one row below its header");
        refused(csv("who,name,city\n1,Ann,York\n2,Ben\n"), "line 3: 2 values, and the header has 3");
        refused(csv("who,name,name\n1,Ann,York\n2,Ben,Hull\n"), "two columns named \"name\"");
        refused(csv("who,name\n,Ann\n,Ben\n"), "no row says whose it is");
        refused(csv("who\n1\n1\n"), "no column but \"who\"");
        refused(csv("whom,name\n1,Ann\n1,Ben\n"), "no column \"who\"", "Did you mean \"whom\"?", "whom, name");
        refused(file("people.xlsx", new byte[] {'P', 'K', 3, 4, 20, 0}), "Save it as CSV first");
        refused(file("people.bin", new byte[] {1, 0, 7, 0, 2, 0, 0}), "binary data");
        refused(csv("[{\"who\": 1}]"), "is JSON, not a CSV");
        refused(csv("<!doctype html><p>Not found"), "a page of markup, not a CSV");
        refused(csv("who,name\n1,\"Ann\"x\n1,Ben\n"), "line 2", "written twice");
        refused(csv("who,name\n1,\"Ann\n1,Ben\n"), "one row below its header");
        refused(csv("who,id,shop\n" + "1,7,web\n".repeat(30)), "find nobody", "\"id\": numbers records", "--map");
        refused(file("people.csv.gz", "who,name\n".getBytes(StandardCharsets.UTF_8)), "no gzip file");
        refused(
                file("latin.csv", "who,name\n1,Zo\u00e9\n1,Zo\u00e9\n".getBytes(Charset.forName("windows-1252"))),
                "not UTF-8 text",
                "iconv");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(people().getBytes(StandardCharsets.UTF_8));
        }
        refused(file("cut.csv.gz", Arrays.copyOf(packed.toByteArray(), packed.size() / 2)), "no whole gzip file");
    }

    @Test
    void a_file_without_names_of_columns_is_told_so_without_a_word_of_its_values_and_may_use_numbers() {
        String rows = people().substring(people().indexOf('\n') + 1);

        Answer refused = evaluate(csv(rows), "--truth", "who");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("its first line holds values", "1 to 7")
                .doesNotContain("Mill", "mail.example");
        JsonNode json = evaluate(csv(rows), "--truth", "2", "--json").json();
        assertThat(json.get("rows").asInt()).isEqualTo(240);
        assertThat(json.at("/columns").findValuesAsText("as")).contains("first_name", "birth_date");
    }

    @Test
    void a_first_line_that_names_the_separator_empty_values_at_the_end_and_text_of_two_bytes_are_read() {
        String wide = "sep=;\n" + people().replace(',', ';').replace("\n", ";\n");

        for (byte[] bytes : List.of(
                wide.getBytes(StandardCharsets.UTF_8),
                people().getBytes(StandardCharsets.UTF_16LE),
                people().getBytes(StandardCharsets.UTF_16BE))) {
            Answer answer = evaluate(file("people.csv", bytes), "--truth", "who", "--json");
            assertThat(answer.exitCode()).as(answer.err()).isZero();
            assertThat(answer.json().get("rows").asInt()).isEqualTo(240);
        }
    }

    @Test
    void a_truth_that_proves_little_is_said() {
        assertThat(evaluate(csv(people()), "--truth", "nr").err()).contains("No two rows have the same \"nr\"");
        assertThat(evaluate(csv(people().replaceAll(",p[0-9]+,", ",p,")), "--truth", "who")
                        .err())
                .contains("All rows have the same \"who\"");
        assertThat(evaluate(csv(people().replaceAll(",p[0-9],", ",,")), "--truth", "who")
                        .err())
                .contains("20 rows of 240 have no \"who\": they are compared and not measured");
        assertThat(evaluate(csv(people()), "--truth", "who").err()).doesNotContain("\"who\"");
    }

    @Test
    void a_kind_that_the_home_declares_holds_for_the_column_of_that_name() {
        home.config(
                "identity.yaml",
                "identifiers: [{ name: email }]\n"
                        + "matching: { compare: [first_name, last_name, { field: city, kind: exact }] }\n");

        Answer answer = evaluate(csv(people()), "--truth", "who");

        assertThat(answer.out())
                .containsPattern("city +city, compared as exact")
                .containsPattern("birth_date +birth_date");
    }

    @Test
    void a_map_that_cannot_be_meant_gets_a_sentence() {
        Path file = csv(people());

        for (String map : List.of(
                "shoe=first_name",
                "first_name=shoe",
                "first_name=who",
                "first_name",
                "=first_name",
                "first_name=",
                "first_name=first_name,first_name=last_name",
                "first_name=first_name,last_name=first_name",
                "city:animal=city")) {
            Answer answer = evaluate(file, "--truth", "who", "--map", map);
            assertThat(answer.exitCode()).as(map).isEqualTo(2);
            assertThat(answer.err()).startsWith("--map").doesNotContain("Exception");
        }
        Answer alone = evaluate(file, "--truth", "who", "--map", "first_name=first_name");
        assertThat(alone.exitCode()).isEqualTo(2);
        assertThat(alone.err()).contains("\"first_name\": compared alone it tells nobody from another");
        assertThat(evaluate(file).exitCode()).isEqualTo(2);
    }

    @Test
    void where_the_home_turns_matching_off_identifiers_decide_alone() {
        home.config("identity.yaml", "identifiers: [{ name: email, normalise: email }]\nmatching: off\n");

        Answer answer = evaluate(csv(people()), "--truth", "who");

        assertThat(answer.out())
                .contains("240 found")
                .containsPattern("email +identifier email")
                .containsPattern("last_name +not used: config/identity.yaml says matching: off")
                .containsPattern("nr +not used: unique")
                .doesNotContain("Blocking");
    }

    @Test
    void a_report_that_cannot_be_written_is_refused_before_the_work() {
        Answer answer = evaluate(
                csv(people()),
                "--truth",
                "who",
                "--report",
                folder.resolve("no/such/r.html").toString());

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("cannot be written");
        assertThat(answer.out()).isEmpty();
    }
}
