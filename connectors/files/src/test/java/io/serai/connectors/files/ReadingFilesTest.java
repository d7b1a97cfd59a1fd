package io.serai.connectors.files;

import static io.serai.connectors.files.FilesHome.pass;
import static io.serai.connectors.files.FilesHome.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.connectors.files.FilesHome.Pass;
import io.serai.connectors.files.FilesSettings.StreamSettings;
import io.serai.spi.Change;
import io.serai.spi.ConnectorException;
import io.serai.spi.Cursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingFilesTest {

    @TempDir
    Path folder;

    @AutoClose
    private FilesHome home;

    @BeforeEach
    void start() {
        home = new FilesHome(folder);
    }

    private Pass first(StreamSettings stream) {
        return pass(home.open("file:till", "sales", stream), Cursor.START);
    }

    private static String rows(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(n -> "R" + n + "," + n + ".50\n")
                .collect(Collectors.joining());
    }

    @Test
    void rows_are_read_by_the_names_in_the_header() {
        home.file("till/sales-1.csv", "\uFEFFreceipt, amount\nR1,\"1,5\"\nR2,\"two\nlines \"\"quoted\"\"\"\n\nR3,\n");
        home.file("till/other.txt", "not,asked,for\n");

        Pass pass = first(source("sales-*.csv", "receipt"));

        assertThat(pass.keys()).containsExactly("R1", "R2", "R3");
        assertThat(pass.fields("R1")).containsEntry("amount", "1,5");
        assertThat(pass.fields("R2")).containsEntry("amount", "two\nlines \"quoted\"");
        assertThat(pass.fields("R3")).containsEntry("amount", "");
    }

    @Test
    void json_lines_and_json_arrays_keep_their_values() {
        home.file(
                "till/a.jsonl",
                "{\"id\":1,\"total\":10.10,\"who\":{\"mail\":null},\"tags\":[true,\"x\"]}\n\n{\"id\":2}");
        home.file("till/b.json", "[ {\"id\":3} , {\"id\":12345678901234567890} ]");

        Pass pass = first(source("*.json*", "id"));

        assertThat(pass.keys()).containsExactlyInAnyOrder("1", "2", "3", "12345678901234567890");
        assertThat(pass.fields("1").toString()).isEqualTo("{id=1, total=10.10, who={mail=null}, tags=[true, x]}");
    }

    @Test
    void several_key_fields_are_joined_and_the_line_can_be_the_key() {
        home.file("till/cards.jsonl", "{\"branch\":\"York\",\"card\":{\"no\":7}}\n");
        assertThat(first(source("cards.jsonl", "branch", "card.no")).keys()).containsExactly("York|7");
        assertThat(first(source("cards.jsonl", "line")).keys()).containsExactly("cards.jsonl:1");
    }

    @Test
    void a_second_pass_reads_only_new_and_changed_files() throws IOException {
        home.file("till/sales-1.csv", "receipt,amount\nR1,1\n");
        Path second = home.file("till/sales-2.csv", "receipt,amount\nR2,2\n");
        FilesConnector till = home.open("file:till", "sales", source("sales-*.csv", "receipt"));
        Pass first = pass(till, Cursor.START);
        assertThat(pass(till, first.end()).changes()).isEmpty();

        Files.writeString(second, "R3,3\n", StandardOpenOption.APPEND);
        home.file("till/sales-0.csv", "receipt,amount\nR0,0\n");
        FilesHome.changed(folder.resolve("till/sales-0.csv"), Instant.parse("2020-01-01T00:00:00Z"));

        assertThat(pass(till, first.end()).keys()).containsExactly("R0", "R2", "R3");
        Files.delete(folder.resolve("till/sales-1.csv"));
        assertThat(pass(till, first.end()).keys()).containsExactly("R0", "R2", "R3");
    }

    @Test
    void a_file_that_changes_again_within_its_time_stamp_is_not_missed() {
        Instant second = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        FilesHome.changed(home.file("till/sales-1.csv", "receipt,amount\nR1,1\n"), second);
        FilesConnector till = home.open("file:till", "sales", source("sales-*.csv", "receipt"));
        Pass first = pass(till, Cursor.START);

        FilesHome.changed(home.file("till/sales-1.csv", "receipt,amount\nR1,2\n"), second);

        assertThat(pass(till, first.end()).fields("R1")).containsEntry("amount", "2");
    }

    @Test
    void a_large_file_is_resumed_inside_at_every_page_and_each_page_is_the_same_again() {
        home.file("till/sales-1.csv", "receipt,amount\n" + rows(0, 12_001));
        home.file(
                "till/sales-2.jsonl",
                IntStream.range(0, 6000)
                        .mapToObj(n -> "{\"receipt\":\"L" + n + "\"}\n")
                        .collect(Collectors.joining()));
        home.file(
                "till/sales-3.json",
                IntStream.range(0, 6000)
                        .mapToObj(n -> "{\"receipt\":\"é" + n + "\"}")
                        .collect(Collectors.joining(",\n", "[", "]")));
        StreamSettings stream = source("sales-*", "receipt");
        FilesConnector till = home.open("file:till", "sales", stream);

        Pass whole = pass(till, Cursor.START);

        assertThat(whole.keys()).hasSize(24_001).doesNotHaveDuplicates();
        assertThat(whole.unreadable()).isEmpty();
        assertThat(whole.cursors()).hasSizeGreaterThan(4);
        for (int page = 0; page < whole.cursors().size(); page++) {
            Cursor cursor = whole.cursors().get(page);
            FilesConnector restarted = home.open("file:till", "sales", stream);
            var again = restarted.read(restarted.streams().get(0), cursor);
            assertThat(again.changes())
                    .isEqualTo(till.read(till.streams().get(0), cursor).changes());
            List<String> rest = pass(restarted, cursor).keys();
            assertThat(rest).isEqualTo(whole.keys().subList(24_001 - rest.size(), 24_001));
        }
    }

    @Test
    void what_is_appended_while_a_file_is_read_comes_with_the_next_pass() throws IOException {
        Path file = home.file("till/sales-1.csv", "receipt,amount\n" + rows(0, 6000));
        FilesConnector till = home.open("file:till", "sales", source("sales-*.csv", "receipt"));
        var page = till.read(till.streams().get(0), Cursor.START);

        Files.writeString(file, rows(6000, 6010), StandardOpenOption.APPEND);
        Pass rest = pass(till, page.next());

        assertThat(rest.keys()).hasSize(1000).endsWith("R5999");
        assertThat(pass(till, rest.end()).keys()).hasSize(6010).endsWith("R6009");
    }

    @Test
    void a_file_rewritten_while_it_is_read_is_read_again_from_its_start() {
        home.file("till/sales-1.csv", "receipt,amount\n" + rows(0, 6000));
        FilesConnector till = home.open("file:till", "sales", source("sales-*.csv", "receipt"));
        var page = till.read(till.streams().get(0), Cursor.START);

        FilesHome.changed(home.file("till/sales-1.csv", "receipt,amount\n" + rows(9000, 16_000)), Instant.now());
        Pass rest = pass(till, page.next());

        assertThat(pass(till, rest.end()).keys()).hasSize(7000).contains("R9000", "R15999");
        assertThat(rest.unreadable()).isEmpty();
    }

    @Test
    void a_file_that_vanishes_while_it_is_read_is_reported_and_the_next_run_heals() throws IOException {
        Path file = home.file("till/sales-1.csv", "receipt,amount\n" + rows(0, 6000));
        home.file("till/sales-2.csv", "receipt,amount\nX1,1\n");
        FilesConnector till = home.open("file:till", "sales", source("sales-*.csv", "receipt"));
        var page = till.read(till.streams().get(0), Cursor.START);

        Files.delete(file);
        Pass rest = pass(till, page.next());
        assertThat(rest.unreadable())
                .containsExactly(
                        "sales-1.csv: the file vanished while it was read: what follows line 5001 was not read");
        assertThat(rest.keys()).contains("X1");

        home.file("till/sales-1.csv", "receipt,amount\n" + rows(0, 6000));
        assertThat(pass(till, rest.end()).keys()).hasSize(6000);
    }

    @Test
    void a_truncated_file_is_read_as_it_is_now() throws IOException {
        Path file = home.file("till/sales-1.csv", "receipt,amount\n" + rows(0, 6000));
        FilesConnector till = home.open("file:till", "sales", source("sales-*.csv", "receipt"));
        var page = till.read(till.streams().get(0), Cursor.START);

        Files.writeString(file, "receipt,amount\nR1,7\n");
        Pass rest = pass(till, page.next());

        assertThat(pass(till, rest.end()).keys()).containsExactly("R1");
        assertThat(rest.unreadable()).isEmpty();
    }

    @Test
    void thousands_of_files_fit_a_small_checkpoint() {
        for (int n = 0; n < 3000; n++) {
            home.file("till/sales-" + n + ".csv", "receipt,amount\nR" + n + ",1\n");
        }
        Pass pass = first(source("sales-*.csv", "receipt"));
        assertThat(pass.keys()).hasSize(3000);
        assertThat(pass.end().value()).hasSizeLessThan(33_000);
    }

    @Test
    void subfolders_are_read_when_the_pattern_names_them() {
        home.file("till/york/sales-1.csv", "receipt,amount\nR1,1\n");
        home.file("till/leeds/sales-1.csv", "receipt,amount\nR2,1\n");
        assertThat(first(source("*/sales-*.csv", "line")).keys())
                .containsExactlyInAnyOrder("leeds/sales-1.csv:2", "york/sales-1.csv:2");
    }

    @Test
    void an_empty_folder_and_an_empty_file_are_no_error() throws IOException {
        Files.createDirectories(folder.resolve("till"));
        assertThat(first(source("*.csv", "receipt")).changes()).isEmpty();
        home.file("till/empty.csv", "");
        home.file("till/empty.jsonl", "");
        home.file("till/empty.json", "");
        home.file("till/header.csv", "receipt,amount\n");
        assertThat(first(source("*", "receipt")).changes()).isEmpty();
    }

    @Test
    void a_missing_folder_is_named() {
        FilesConnector till = home.open("file:till", "sales", source("*.csv", "receipt"));
        assertThatThrownBy(till::check)
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.kind()).isEqualTo(ConnectorException.Kind.CONFIG))
                .hasMessageContaining(folder.resolve("till").toString())
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> pass(till, Cursor.START)).hasMessageContaining("does not exist");
    }

    @Test
    void a_cursor_of_somebody_else_is_lost() {
        home.file("till/sales-1.csv", "receipt\nR1\n");
        FilesConnector till = home.open("file:till", "sales", source("*.csv", "receipt"));
        assertThatThrownBy(() -> pass(till, new Cursor("page=3")))
                .isInstanceOfSatisfying(ConnectorException.class, e -> assertThat(e.kind())
                        .isEqualTo(ConnectorException.Kind.CURSOR_LOST));
    }

    @Test
    void thirty_megabytes_are_read_in_pages_of_five_thousand() throws IOException {
        Path file = folder.resolve("till/sales-1.csv");
        Files.createDirectories(file.getParent());
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("receipt,amount,note\n");
            for (int n = 0; n < 300_000; n++) {
                out.write("R" + n + ",12.50," + "x".repeat(85) + "\n");
            }
        }
        FilesConnector till = home.open("file:till", "sales", source("*.csv", "receipt"));
        Cursor cursor = Cursor.START;
        int records = 0;
        for (boolean last = false; !last; ) {
            var page = till.read(till.streams().get(0), cursor);
            assertThat(page.changes()).hasSizeLessThanOrEqualTo(5000);
            records += page.changes().size();
            last = page.last();
            cursor = page.next();
        }
        assertThat(records).isEqualTo(300_000);
    }

    @Test
    void originals_are_left_as_they_are() throws IOException {
        Path file = home.file("till/sales-1.csv", "receipt\nR1\n");
        var before = Files.getLastModifiedTime(file);
        first(source("*.csv", "receipt"));
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
        try (var files = Files.list(folder.resolve("till"))) {
            assertThat(files).containsExactly(file);
        }
        assertThat(first(source("*.csv", "receipt")).changes()).first().isInstanceOf(Change.Upsert.class);
    }
}
