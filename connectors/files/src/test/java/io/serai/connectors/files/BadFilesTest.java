package io.serai.connectors.files;

import static io.serai.connectors.files.FilesHome.pass;
import static io.serai.connectors.files.FilesHome.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.connectors.files.FilesHome.Pass;
import io.serai.connectors.files.FilesSettings.StreamSettings;
import io.serai.spi.Change;
import io.serai.spi.Cursor;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadFilesTest {

    @TempDir
    Path folder;

    @AutoClose
    private FilesHome home;

    @BeforeEach
    void start() {
        home = new FilesHome(folder);
    }

    private Pass read(String file, String text) {
        return read(file, text, StandardCharsets.UTF_8, null);
    }

    private Pass read(String file, String text, Charset written, String charset) {
        home.file("in/" + file, text, written);
        StreamSettings stream = new StreamSettings(file, null, List.of("id"), null, null, null, charset, null);
        return pass(home.open("file:in", "in", stream), Cursor.START);
    }

    @Test
    void a_row_without_its_key_is_reported_with_its_line() {
        Pass pass = read("bad.csv", "id,name\nA,Ann\n,\"Bob\nB\"\n  ,Cy\nD,Di\n");
        assertThat(pass.keys()).containsExactly("A", "bad.csv:3", "bad.csv:5", "D");
        assertThat(pass.unreadable())
                .containsExactly(
                        "bad.csv:3: the key field \"id\" is empty", "bad.csv:5: the key field \"id\" is empty");
        assertThat(((Change.Unreadable) pass.changes().get(1)).raw()).isEqualTo(",\"Bob\nB\"");
    }

    @Test
    void a_row_with_another_number_of_columns_does_not_sink_the_others() {
        Pass pass = read("bad.csv", "id,name\nA\nB,Ben\nC,Cy,more\nD,Di");
        assertThat(pass.keys()).containsExactly("bad.csv:2", "B", "bad.csv:4", "D");
        assertThat(pass.unreadable())
                .containsExactly(
                        "bad.csv:2: the row has 1 columns where the header has 2",
                        "bad.csv:4: the row has 3 columns where the header has 2");
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_own_row_only() {
        Pass pass = read("bad.csv", "id,name\nA,\"Ann\nB,Ben\nC,\"Cy\" Young\nD,Di\n");
        assertThat(pass.keys()).containsExactly("bad.csv:2", "B", "bad.csv:4", "D");
        assertThat(read("end.csv", "id,name\nA,Ann\nB,\"Ben").keys()).containsExactly("A", "end.csv:3");
        assertThat(read("inch.csv", "id,name\nA,5\" pipe\nB,Ben\n").fields("A")).containsEntry("name", "5\" pipe");
    }

    @Test
    void a_byte_that_is_no_text_spoils_its_own_row_only() {
        Pass pass = read("latin.csv", "id,name\nA,José\nB,Ben\n", StandardCharsets.ISO_8859_1, null);
        assertThat(pass.keys()).containsExactly("latin.csv:2", "B");
        assertThat(pass.unreadable().get(0)).contains("is not UTF-8 text", "charset:");
        assertThat(read("set.csv", "id,name\nA,José\n", StandardCharsets.ISO_8859_1, "ISO-8859-1")
                        .fields("A"))
                .containsEntry("name", "José");
    }

    @Test
    void utf_16_with_a_byte_order_mark_is_understood() {
        Pass pass = read("excel.csv", "\uFEFFid,name\r\nA,\"Žo\nfie\"\r\nB,Бэн\r\n", StandardCharsets.UTF_16LE, null);
        assertThat(pass.keys()).containsExactly("A", "B");
        assertThat(pass.fields("A")).containsEntry("name", "Žo\nfie");
        assertThat(pass.fields("B")).containsEntry("name", "Бэн");
    }

    @Test
    void a_header_that_cannot_name_the_columns_refuses_the_file_and_no_other() {
        home.file("in/good.csv", "id,name\nA,Ann\n");
        home.file("in/twice.csv", "id,name,name\nB,Ben,Benny\n");
        home.file("in/keyless.csv", "number,name\nC,Cy\n");
        home.file("in/semicolon.csv", "id;name\nD;Di\n");
        Pass pass = pass(home.open("file:in", "in", source("*.csv", "id")), Cursor.START);
        assertThat(pass.keys()).containsExactlyInAnyOrder("A", "twice.csv", "keyless.csv", "semicolon.csv");
        assertThat(pass.unreadable())
                .containsExactlyInAnyOrder(
                        "twice.csv: the file has two columns named \"name\": rename one",
                        "keyless.csv: the file has no column \"id\", which is the key; its columns are \"number\", \"name\"",
                        "semicolon.csv: the file has no column \"id\", which is the key; its columns are \"id;name\": set"
                                + " \"delimiter: ';'\" of the stream");
    }

    @Test
    void a_web_page_where_data_should_be_is_called_one() {
        for (String name : List.of("page.json", "page.jsonl", "page.csv")) {
            Pass pass = read(name, "\n<!DOCTYPE html>\n<html><body>Please log in</body></html>\n");
            assertThat(pass.unreadable()).hasSize(1);
            assertThat(pass.unreadable().get(0)).startsWith(name + ": the file is an HTML page, not data");
        }
    }

    @Test
    void broken_json_lines_are_reported_and_the_rest_is_read() {
        Pass pass = read(
                "a.jsonl",
                "{\"id\":1}\n{\"id\":2,\n[3]\n{\"id\":4,\"id\":5}\n{\"name\":\"x\"}\n{\"id\":{\"a\":1}}\n{\"id\":7} {\"id\":8}\nnull\n{\"id\":9}\n");
        assertThat(pass.keys())
                .containsExactly(
                        "1",
                        "a.jsonl:2",
                        "a.jsonl:3",
                        "a.jsonl:4",
                        "a.jsonl:5",
                        "a.jsonl:6",
                        "a.jsonl:7",
                        "a.jsonl:8",
                        "9");
        assertThat(pass.unreadable().get(0))
                .isEqualTo("a.jsonl:2: the line cannot be read: it ends in the middle of an object");
        assertThat(pass.unreadable().get(2)).contains("a field name occurs twice");
    }

    @Test
    void a_json_array_is_read_up_to_where_it_breaks_and_read_again_when_it_changes() {
        Pass pass = read("a.json", "[{\"id\":1},7,{\"id\":2},{\"id\":}]");
        assertThat(pass.keys()).containsExactly("1", "a.json:2", "2", "a.json:4");
        assertThat(pass.unreadable().get(1)).contains("not valid JSON", "rest of the file is not read");
        home.file("in/a.json", "[{\"id\":1},{\"id\":2},{\"id\":3}]");
        FilesConnector in = home.open("file:in", "in", source("a.json", "id"));
        assertThat(pass(in, pass.end()).keys()).containsExactly("1", "2", "3");
        assertThat(read("o.json", "{\"id\":1}").unreadable().get(0)).contains("is JSON but not an array");
        assertThat(read("cut.json", "[{\"id\":1}").keys()).containsExactly("1", "cut.json:2");
    }

    @Test
    void a_field_of_ten_megabytes_is_read_and_one_without_end_is_refused() throws IOException {
        String ten = "x".repeat(10 << 20);
        assertThat(read("big.csv", "id,note\nA,\"" + ten + "\"\nB,ok\n").fields("A"))
                .containsEntry("note", ten);
        assertThat(read("big.jsonl", "{\"id\":\"A\",\"note\":\"" + ten + "\"}\n{\"id\":\"B\"}\n")
                        .keys())
                .containsExactly("A", "B");
        Path endless = folder.resolve("in/endless.csv");
        try (var out = Files.newBufferedWriter(endless)) {
            out.write("id,note\nA," + "x".repeat(20 << 20));
            out.write("x".repeat(20 << 20) + "\nB,ok\n");
        }
        Pass pass = pass(home.open("file:in", "in", source("endless.csv", "id")), Cursor.START);
        assertThat(pass.keys()).containsExactly("endless.csv:2", "B");
        assertThat(pass.unreadable()).containsExactly("endless.csv:2: the row is longer than 32 MB");
        assertThat(((Change.Unreadable) pass.changes().get(0)).raw()).hasSizeLessThanOrEqualTo(4096);
    }

    @Test
    void settings_that_contradict_each_other_are_refused_with_advice() {
        assertRefused(source("../*.csv", "id"), "leaves its folder");
        assertRefused(source("/etc/*", "id"), "leaves its folder");
        assertRefused(source("*.csv"), "has no \"key\"");
        assertRefused(
                new StreamSettings("a", "b", List.of("id"), null, null, null, null, null),
                "has a \"pattern\" and a \"file\"");
        assertRefused(
                new StreamSettings("a", null, List.of("id"), null, "xml", null, null, null), "use csv, jsonl or json");
        assertRefused(new StreamSettings("a", null, List.of("id"), null, null, "::", null, null), "use one character");
        assertRefused(new StreamSettings("a", null, List.of("id"), null, null, null, "utf-9", null), "unknown charset");
        assertRefused(new StreamSettings(null, "out.json", List.of("id"), null, null, null, null, null), "JSON array");
        assertThatThrownBy(() -> home.open("file:in?delete=true", "in", source("*.csv", "id")))
                .hasMessageContaining("must not set \"delete\"");
        assertThatThrownBy(() -> home.open("http://x/y", "in", source("*.csv", "id")))
                .hasMessageContaining("sftp://");
    }

    private void assertRefused(StreamSettings stream, String words) {
        assertThatThrownBy(() -> home.open("file:in", "in", stream)).hasMessageContaining(words);
    }
}
