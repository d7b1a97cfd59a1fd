package io.serai.sync;

import static io.serai.sync.SyncHome.CONTACTS;
import static io.serai.sync.SyncHome.ORDERS;
import static io.serai.sync.SyncHome.contact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.record.Mapping;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestStepTest {

    private static final RecordKeys ID = new RecordKeys(List.of("id"));

    @TempDir
    private Path folder;

    @AutoClose
    private SyncHome home;

    private Run run;

    @BeforeEach
    void open() {
        home = new SyncHome(folder);
        run = home.runs.start("files", RunRequest.send(Trigger.COMMAND));
    }

    @Test
    void a_refused_record_is_kept_with_its_reason_once_and_closed_when_it_is_accepted() {
        Map<String, Object> bad = Map.of("number", "W1", "at", "not a date", "total", 5);
        assertThat(take(bad)).isEqualTo(Counts.ofRead(0, 0, 1, 0, 0));
        assertThat(take(bad)).isEqualTo(Counts.ofRead(0, 0, 1, 0, 0));
        assertThat(home.rejections.open(run.id())).singleElement().satisfies(refused -> {
            assertThat(refused.key()).isEqualTo("W1");
            assertThat(refused.target()).isEqualTo("crm-orders");
            assertThat(refused.reason()).contains("time");
            assertThat(refused.payload()).contains("not a date");
        });
        assertThat(take(Map.of("number", "W1", "at", "2026-01-02T10:00:00Z", "total", 5)))
                .isEqualTo(Counts.ofRead(1, 0, 0, 0, 0));
        assertThat(home.rejections.open(run.id())).isEmpty();
    }

    @Test
    void refused_records_are_mapped_again_by_a_retry() {
        take(Map.of("number", "W1", "at", "2026-01-02T10:00:00Z", "total", "five"));
        run.finish(RunStatus.DONE, null);
        Retry retry = new Retry(home.runs, home.rejections, home.ledger, home.transactions);
        assertThat(retry.prepare(run.id()).records()).isEqualTo(1);
        Run again = home.runs.start("files", new RunRequest(Trigger.RETRY, Purpose.SEND, Set.of()));
        retry.records(again, run.id(), name -> Optional.of(ORDERS), home.ingestStep);
        assertThat(again.counts()).isEqualTo(Counts.ofRead(0, 0, 1, 0, 0));
        assertThat(home.rejections.open(again.id())).hasSize(1);
        Mapping mended = new Mapping(
                ORDERS.name(), ORDERS.from(), ORDERS.target(), without(ORDERS, "total"), Map.of(), Optional.empty(), 2);
        Run third = home.runs.start("other", new RunRequest(Trigger.RETRY, Purpose.SEND, Set.of()));
        retry.records(third, again.id(), name -> Optional.of(mended), home.stepWith(mended));
        assertThat(third.counts()).isEqualTo(Counts.ofRead(1, 0, 0, 0, 0));
        assertThat(home.rejections.open(again.id())).isEmpty();
    }

    @Test
    void a_record_without_key_is_refused_and_others_are_not() {
        PageTally tally = new PageTally();
        home.ingestStep.page(run, CONTACTS, List.of(Map.of("mail", "a@shop.test"), contact(1)), ID, tally, null);
        assertThat(tally.counts()).isEqualTo(Counts.ofRead(1, 0, 1, 0, 0));
        assertThat(home.rejections.open(run.id()))
                .extracting(Rejection::reason)
                .containsExactly("the key is missing: id");
    }

    @Test
    void a_key_of_several_fields_is_told_apart_whatever_its_values_contain() {
        RecordKeys keys = new RecordKeys(List.of("branch", "card.number"));
        assertThat(keys.of(Map.of("branch", "York", "card", Map.of("number", 7))))
                .hasValue("York|7");
        assertThat(keys.of(Map.of("branch", "a|b", "card", Map.of("number", "c"))))
                .isNotEqualTo(keys.of(Map.of("branch", "a", "card", Map.of("number", "b|c"))));
        assertThat(keys.of(Map.of("branch", "York"))).isEmpty();
    }

    @Test
    void something_that_is_no_record_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> home.ingestStep.page(run, CONTACTS, "a;b", ID, new PageTally(), null))
                .hasMessageContaining("hub:ingest/crm-contacts takes records")
                .hasMessageContaining("format=csv");
    }

    @Test
    void csv_with_a_byte_order_mark_quotes_and_broken_rows_is_taken_in_and_the_broken_rows_are_listed() {
        String csv =
                "\uFEFFid,mail,name\r\n1,a@shop.test,\"Ann, \"\"the\"\" first\"\r\n2,b@shop.test\r\n\r\n3,c@shop.test,Cy\r\n";
        assertThat(body(BodyFormat.CSV, csv)).isEqualTo(Counts.ofRead(2, 0, 1, 0, 0));
        assertThat(home.everybody())
                .extracting(person -> person.get("first_name"))
                .contains("Ann, \"the\" first", "Cy");
        assertThat(home.rejections.open(run.id()))
                .extracting(Rejection::reason)
                .containsExactly("has 2 fields, the header has 3");
        assertThat(body(BodyFormat.CSV, csv)).isEqualTo(Counts.ofRead(0, 2, 1, 0, 0));
        assertThat(run.counts()).isEqualTo(Counts.ofRead(2, 2, 2, 0, 0));
    }

    @Test
    void csv_that_names_a_column_twice_is_refused() {
        assertThatThrownBy(() -> body(BodyFormat.CSV, "id,mail,mail\n1,a,b\n")).hasMessageContaining("\"mail\" twice");
    }

    @Test
    void csv_with_a_quote_that_never_ends_keeps_what_came_before() {
        StringBuilder csv = new StringBuilder("id,mail,name\n1,a@shop.test,Ann\n2,\"");
        csv.append("x".repeat(20 << 20));
        Counts counts = body(BodyFormat.CSV, csv.toString());
        assertThat(counts).isEqualTo(Counts.ofRead(1, 0, 1, 0, 0));
    }

    @Test
    void json_lines_take_each_line_by_itself() {
        String lines = "{\"id\":1,\"mail\":\"a@shop.test\"}\nnot json\n[1]\n\n{\"id\":2,\"mail\":null}\nnull\n";
        assertThat(body(BodyFormat.JSONL, lines)).isEqualTo(Counts.ofRead(2, 0, 3, 0, 0));
    }

    @Test
    void a_json_array_is_read_element_by_element_up_to_where_it_breaks_off() {
        String array = "[{\"id\":1,\"mail\":\"a@shop.test\",\"deep\":{\"x\":[1,2]}},7,{\"id\":2},{\"id\":3,\"mai";
        assertThat(body(BodyFormat.JSON, array)).isEqualTo(Counts.ofRead(2, 0, 2, 0, 0));
        assertThat(home.rejections.open(run.id()))
                .extracting(Rejection::reason)
                .contains("is not an object", "the rest of the body is not JSON: it broke off or is malformed");
    }

    @Test
    void one_json_object_is_one_record_and_an_empty_body_is_none() {
        assertThat(body(BodyFormat.JSON, "{\"id\":1,\"mail\":\"a@shop.test\"}"))
                .isEqualTo(Counts.ofRead(1, 0, 0, 0, 0));
        for (BodyFormat format : BodyFormat.values()) {
            assertThat(body(format, "")).isEqualTo(Counts.NONE);
        }
    }

    @Test
    void a_web_page_where_json_should_be_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> body(BodyFormat.JSON, "<!DOCTYPE html><html></html>"))
                .hasMessageContaining("is not JSON (a web page, perhaps?)");
        assertThat(home.profiles.count()).isZero();
    }

    @Test
    void bytes_that_are_not_utf_8_refuse_their_row_only() {
        byte[] latin =
                "id,mail,name\n1,a@shop.test,Ann\n2,b@shop.test,Jos\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(body(BodyFormat.CSV, new ByteArrayInputStream(latin))).isEqualTo(Counts.ofRead(1, 0, 1, 0, 0));
        byte[] wide = "\uFEFFid,mail,name\n3,c@shop.test,Jos\u00e9\n".getBytes(StandardCharsets.UTF_16LE);
        assertThat(body(BodyFormat.CSV, new ByteArrayInputStream(wide))).isEqualTo(Counts.ofRead(1, 0, 0, 0, 0));
    }

    @Test
    void a_body_that_breaks_off_keeps_its_earlier_pages() {
        StringBuilder rows = new StringBuilder();
        for (int id = 1; id <= 1500; id++) {
            rows.append("{\"id\":").append(id).append("}\n");
        }
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        InputStream body = new SequenceInputStream(
                new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)), broken);
        assertThatThrownBy(() -> body(BodyFormat.JSONL, body)).hasMessageContaining("broke off after 1000 records");
        assertThat(run.counts()).isEqualTo(Counts.ofRead(1000, 0, 0, 0, 0));
    }

    @Test
    void a_field_of_ten_million_characters_is_kept_whole() {
        String big = "y".repeat(10 << 20);
        assertThat(body(BodyFormat.JSONL, "{\"id\":1,\"note\":\"" + big + "\"}\n"))
                .isEqualTo(Counts.ofRead(1, 0, 0, 0, 0));
        assertThat(body(BodyFormat.CSV, "id,note\n2," + big + "\n")).isEqualTo(Counts.ofRead(1, 0, 0, 0, 0));
    }

    private Counts take(Map<String, Object> order) {
        PageTally tally = new PageTally();
        home.ingestStep.page(run, ORDERS, order, RecordKeys.of(List.of(), ORDERS), tally, null);
        return tally.counts();
    }

    private Counts body(BodyFormat format, String text) {
        return body(format, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Counts body(BodyFormat format, InputStream body) {
        return home.ingestStep.body(run, CONTACTS, body, format, ID);
    }

    private static Map<String, io.serai.record.ValueRule> without(Mapping mapping, String field) {
        var fields = new java.util.LinkedHashMap<>(mapping.fields());
        fields.remove(field);
        return fields;
    }
}
