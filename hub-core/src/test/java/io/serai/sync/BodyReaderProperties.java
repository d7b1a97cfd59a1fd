package io.serai.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;

class BodyReaderProperties {

    private final Random random = new Random(13);

    @Example
    void lines_are_found_wherever_the_reading_breaks_off() throws IOException {
        for (int round = 0; round < 200; round++) {
            StringBuilder body = new StringBuilder();
            List<String> expected = new ArrayList<>();
            int lines = random.nextInt(40);
            for (int line = 1; line <= lines; line++) {
                switch (random.nextInt(5)) {
                    case 0 -> body.append(random.nextBoolean() ? "" : " \r");
                    case 1 -> {
                        body.append("{\"a\":");
                        expected.add("line " + line + " is not a JSON object");
                    }
                    default -> {
                        String text = "xé".repeat(random.nextInt(4) == 0 ? random.nextInt(30_000) : 3);
                        body.append("{\"a\":\"").append(text).append(random.nextBoolean() ? "\"}\r" : "\"}");
                        expected.add(text);
                    }
                }
                body.append(line < lines || random.nextBoolean() ? "\n" : "");
            }
            assertThat(rows(BodyFormat.JSONL, body.toString())).isEqualTo(expected);
        }
    }

    @Example
    void rows_of_a_csv_body_keep_their_fields_and_say_what_is_wrong() throws IOException {
        assertThat(rows(BodyFormat.CSV, " a ,b\n1,2\n\n3\n\"4,\",\uFFFD\n\"x\ny\",\n"))
                .containsExactly("1", "line 4 has 1 fields, the header has 2", "line 5 is not UTF-8 text", "x\ny");
    }

    private static List<String> rows(BodyFormat format, String body) throws IOException {
        List<String> rows = new ArrayList<>();
        BodyReader reader = format.reader(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        for (List<BodyReader.Row> page = reader.next(7); !page.isEmpty(); page = reader.next(7)) {
            for (BodyReader.Row row : page) {
                Map<String, Object> fields = row.fields();
                rows.add(
                        fields == null
                                ? row.unreadable().key() + " "
                                        + row.unreadable().reason()
                                : (String) fields.get("a"));
            }
        }
        return rows;
    }
}
