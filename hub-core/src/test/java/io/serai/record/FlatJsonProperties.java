package io.serai.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FlatJsonProperties {

    private static final JsonMapper PARSER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Object[] VALUES = {
        "",
        "Ann",
        "Zo\u00eb \ud83d\ude00",
        "a \"word\"",
        "back\\slash",
        "line\nbreak",
        "{}",
        "1",
        null,
        true,
        false,
        0,
        -7,
        999_999_999,
        -1_000_000_000,
        12_345_678_901L,
        1.5,
        Map.of("a", 1),
        java.util.List.of(1, "b")
    };

    @Property
    void payloads_are_read_as_a_parser_reads_them(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int n = random.nextInt(6); n > 0; n--) {
            fields.put((random.nextInt(20) == 0 ? "a\"" : "f") + n, VALUES[random.nextInt(VALUES.length)]);
        }
        String text = Payload.text(fields);
        assertThat(Payload.fields(text)).isEqualTo(PARSER.readValue(text, new TypeReference<Map<String, Object>>() {}));
    }

    @Test
    void plain_ones_need_no_parser() {
        assertThat(FlatJson.read("{\"a\":\"x\",\"b\":null,\"c\":12,\"d\":true}"))
                .hasSize(4);
        assertThat(FlatJson.read("{}")).isEmpty();
    }

    @Test
    void what_is_cut_off_or_goes_on_is_left_to_the_parser() {
        String text = "{\"a\":\"x\",\"b\":null,\"c\":12,\"d\":true}";
        for (int length = 0; length < text.length(); length++) {
            assertThat(FlatJson.read(text.substring(0, length))).isNull();
        }
        assertThat(FlatJson.read(text + " ")).isNull();
        assertThat(FlatJson.read("{\"a\":012}")).isNull();
    }
}
