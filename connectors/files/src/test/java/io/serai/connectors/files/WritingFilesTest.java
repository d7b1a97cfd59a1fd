package io.serai.connectors.files;

import static io.serai.connectors.files.FilesHome.destination;
import static io.serai.connectors.files.FilesHome.mutation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import io.serai.spi.Mutation;
import io.serai.spi.Op;
import io.serai.spi.Outcome;
import io.serai.spi.Stream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritingFilesTest {

    @TempDir
    Path folder;

    @AutoClose
    private FilesHome home;

    @BeforeEach
    void start() {
        home = new FilesHome(folder);
    }

    private FilesConnector vips() {
        return home.open("file:out", "vips", destination("vips.csv", "email"));
    }

    private static List<String> send(FilesConnector files, Mutation... batch) {
        List<String> outcomes = stage(files, batch);
        files.commit(files.streams().get(0));
        return outcomes;
    }

    private static List<String> stage(FilesConnector files, Mutation... batch) {
        return files.write(files.streams().get(0), List.of(batch)).stream()
                .map(outcome -> outcome instanceof Outcome.Rejected rejected
                        ? rejected.id() + " rejected: " + rejected.why()
                        : outcome.id() + " written")
                .toList();
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve("out").resolve(file));
    }

    @Test
    void rows_are_added_changed_and_removed_and_others_stay_in_their_order() throws IOException {
        home.file("out/vips.csv", "email,name\r\na@x,\"Ann, A\"\r\nb@x,Ben\r\nc@x,\"Cy \"\"C\"\"\"\r\n");
        List<String> outcomes = send(
                vips(),
                mutation("1", Op.UPSERT, "d@x", "email", "d@x", "name", "Di\nD"),
                mutation("2", Op.UPDATE, "b@x", "name", "Benny"),
                mutation("3", Op.DELETE, "a@x"),
                mutation("4", Op.INSERT, "c@x", "email", "c@x", "name", "Other"),
                mutation("5", Op.UPDATE, "z@x", "name", "Nobody"),
                mutation("6", Op.DELETE, "y@x"));
        assertThat(outcomes)
                .containsExactly(
                        "1 written",
                        "2 written",
                        "3 written",
                        "4 rejected: the file has a row with this \"email\" already",
                        "5 rejected: the file has no row with this \"email\"",
                        "6 written");
        assertThat(text("vips.csv")).isEqualTo("email,name\nb@x,Benny\nc@x,\"Cy \"\"C\"\"\"\nd@x,\"Di\nD\"\n");
    }

    @Test
    void new_fields_become_columns_after_those_that_are_there() throws IOException {
        home.file("out/vips.csv", "name,email\nAnn,a@x\nBen,b@x\n");
        send(
                vips(),
                mutation("1", Op.UPSERT, "b@x", "email", "b@x", "ltv", new BigDecimal("1E+3"), "tags", List.of("x")));
        assertThat(text("vips.csv")).isEqualTo("name,email,ltv,tags\nAnn,a@x,,\nBen,b@x,1000,\"[\"\"x\"\"]\"\n");
    }

    @Test
    void nothing_is_visible_before_the_commit_and_a_rollback_forgets() throws IOException {
        FilesConnector vips = vips();
        stage(vips, mutation("1", Op.UPSERT, "a@x", "email", "a@x"));
        assertThat(folder.resolve("out/vips.csv")).doesNotExist();
        vips.rollback(vips.streams().get(0));
        vips.commit(vips.streams().get(0));
        assertThat(folder.resolve("out/vips.csv")).doesNotExist();
        send(vips, mutation("1", Op.UPSERT, "a@x", "email", "a@x"));
        assertThat(text("vips.csv")).isEqualTo("email\na@x\n");
        try (var files = Files.list(folder.resolve("out"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void a_lost_answer_and_a_second_sending_leave_one_row() throws IOException {
        Mutation insert = mutation("1", Op.INSERT, "a@x", "email", "a@x", "name", "Ann");
        FilesConnector vips = vips();
        assertThat(stage(vips, insert)).containsExactly("1 written");
        assertThat(send(vips, insert)).containsExactly("1 written");
        assertThat(send(vips(), insert)).containsExactly("1 written");
        assertThat(text("vips.csv")).isEqualTo("email,name\na@x,Ann\n");
    }

    @Test
    void several_changes_of_one_row_end_in_the_last() throws IOException {
        send(
                vips(),
                mutation("1", Op.INSERT, "a@x", "email", "a@x", "name", "Ann"),
                mutation("2", Op.UPDATE, "a@x", "town", "York"),
                mutation("3", Op.DELETE, "a@x"),
                mutation("4", Op.UPSERT, "a@x", "email", "a@x", "name", "Anna"),
                mutation("5", Op.UPSERT, "b@x", "email", "b@x"));
        assertThat(text("vips.csv")).isEqualTo("email,name,town\na@x,Anna,\nb@x,,\n");
    }

    @Test
    void a_file_that_is_gone_has_to_be_sent_again() {
        Mutation known = new Mutation("1", Op.UPDATE, "a@x", null, Map.of("name", "A"), Map.of("name", "B"));
        assertThatThrownBy(() -> stage(vips(), known))
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CURSOR_LOST));
    }

    @Test
    void a_file_that_cannot_be_understood_is_not_touched() throws IOException {
        home.file("out/vips.csv", "email,name\na@x,Ann,more\n");
        assertThatThrownBy(() -> send(vips(), mutation("1", Op.UPSERT, "b@x", "email", "b@x")))
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIG))
                .hasMessageContaining("vips.csv:2");
        assertThat(text("vips.csv")).isEqualTo("email,name\na@x,Ann,more\n");
    }

    @Test
    void what_looks_like_a_formula_is_written_as_it_is() throws IOException {
        send(vips(), mutation("1", Op.UPSERT, "=1+1", "email", "=1+1", "name", "@x;\"y\""));
        assertThat(text("vips.csv")).isEqualTo("email,name\n=1+1,\"@x;\"\"y\"\"\"\n");
    }

    @Test
    void json_lines_keep_their_types_and_untouched_lines_their_text() throws IOException {
        home.file("out/vips.jsonl", "{\"email\":\"a@x\", \"ltv\": 1.50}\n{\"email\":\"b@x\"}\n");
        FilesConnector vips = home.open("file:out", "vips", destination("vips.jsonl", "email"));
        send(
                vips,
                mutation("1", Op.UPSERT, "b@x", "ltv", new BigDecimal("2.50"), "ok", true),
                mutation("2", Op.UPSERT, "c@x", "name", null));
        assertThat(text("vips.jsonl"))
                .isEqualTo("{\"email\":\"a@x\", \"ltv\": 1.50}\n{\"email\":\"b@x\",\"ltv\":2.50,\"ok\":true}\n"
                        + "{\"name\":null,\"email\":\"c@x\"}\n");
    }

    @Test
    void thirty_thousand_rows_are_replaced_at_once() throws IOException {
        FilesConnector vips = vips();
        Stream stream = vips.streams().get(0);
        for (int round = 0; round < 2; round++) {
            for (int page = 0; page < 30; page++) {
                List<Mutation> batch = new ArrayList<>();
                for (int n = page * 1000; n < page * 1000 + 1000; n++) {
                    batch.add(mutation("m" + round + "-" + n, Op.UPSERT, "p" + n, "email", "p" + n, "round", round));
                }
                vips.write(stream, batch);
            }
            vips.commit(stream);
        }
        assertThat(Files.readAllLines(folder.resolve("out/vips.csv")))
                .satisfies(lines -> assertThat(lines.size()).isEqualTo(30_001))
                .endsWith("p29999,1")
                .doesNotContain("p7,0");
    }

    @Test
    void a_disk_that_is_full_leaves_the_file_as_it_was() throws IOException {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Files.exists(Path.of("/dev/full")), "this system has no /dev/full");
        home.file("out/vips.csv", "email\na@x\n");
        Files.createSymbolicLink(folder.resolve("out/.vips.csv.draft"), Path.of("/dev/full"));
        assertThatThrownBy(() -> send(vips(), mutation("1", Op.UPSERT, "b@x", "email", "b@x")))
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TRANSIENT))
                .hasMessageContaining("No space left on device");
        assertThat(text("vips.csv")).isEqualTo("email\na@x\n");
        send(vips(), mutation("1", Op.UPSERT, "b@x", "email", "b@x"));
        assertThat(text("vips.csv")).isEqualTo("email\na@x\nb@x\n");
    }
}
