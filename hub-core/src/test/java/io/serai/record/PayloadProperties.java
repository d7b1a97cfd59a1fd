package io.serai.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;

/** Stores hold payloads and hashes that were made before: they stay what they were. */
class PayloadProperties {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final String LETTERS = "abcz09 /'\"\\\b\t\n\f\r\u0000\u001f\u007f\u0085éß\u2028李\uFFFF\uD83C\uDF88";

    private final Random random = new Random(11);

    @Example
    void a_payload_is_what_a_json_library_writes_of_the_sorted_fields() throws IOException {
        PayloadWriter writer = new PayloadWriter();
        for (int i = 0; i < 30_000; i++) {
            Map<String, Object> fields = fields(random.nextInt(4) == 0 ? 60 : 5, 2);
            String expected = byLibrary(fields);

            assertThat(Payload.text(fields)).isEqualTo(expected);
            assertThat(writer.write(fields).text()).isEqualTo(expected);
            assertThat(writer.hash(i)).isEqualTo(RecordHash.of(expected, i));
        }
    }

    @Example
    void records_of_one_shape_and_of_others_follow_each_other() throws IOException {
        PayloadWriter writer = new PayloadWriter();
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < 5_000; i++) {
            switch (random.nextInt(12)) {
                case 0 -> row.remove("c" + random.nextInt(6));
                case 1 -> row = new LinkedHashMap<>(new TreeMap<>(row));
                case 2 -> row.clear();
                default -> row.put("c" + random.nextInt(6), value(1));
            }
            assertThat(writer.write(row).text()).isEqualTo(byLibrary(row));
        }
    }

    @Example
    void a_number_of_more_digits_than_there_is_room_for_is_refused() {
        assertThat(Payload.text(Map.of("n", new BigDecimal("1E+9999")))).hasSize(10_006);
        assertThatThrownBy(() -> Payload.text(Map.of("n", new BigDecimal("1E+10000"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Payload.text(Map.of("n", new BigDecimal("1E-10000"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Map<String, Object> fields(int most, int depth) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int count = random.nextInt(most); count > 0; count--) {
            fields.put(text(8), value(depth));
        }
        return fields;
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 16 : 14)) {
            case 0 -> null;
            case 1 -> random.nextInt();
            case 2 -> random.nextLong();
            case 3 -> (short) random.nextInt();
            case 4 -> random.nextDouble() * Math.pow(10, random.nextInt(40) - 20);
            case 5 -> random.nextFloat() * 1000;
            case 6 -> new BigDecimal(BigInteger.valueOf(random.nextLong()), random.nextInt(60) - 30);
            case 7 -> new BigInteger(90, random);
            case 8 -> random.nextBoolean();
            case 9 ->
                List.of(Double.NaN, Double.POSITIVE_INFINITY, Float.NaN, -0.0).get(random.nextInt(4));
            case 10 -> new Date(random.nextInt() * 1000L);
            case 11 -> List.of(LocalDate.of(2026, 1, 2), 'x', Instant.EPOCH).get(random.nextInt(3));
            case 12 -> text(6).getBytes();
            case 13 -> text(300);
            case 14 -> fields(4, depth - 1);
            default -> {
                List<Object> list = new ArrayList<>();
                for (int count = random.nextInt(4); count > 0; count--) {
                    list.add(value(depth - 1));
                }
                yield list;
            }
        };
    }

    private String text(int longest) {
        StringBuilder text = new StringBuilder();
        int letters = random.nextBoolean() ? 6 : LETTERS.length();
        for (int length = random.nextInt(longest); length > 0; length--) {
            text.append(LETTERS.charAt(random.nextInt(letters)));
        }
        return text.toString();
    }

    private static String byLibrary(Object value) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(json, value);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value == null) {
            json.writeNull();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> field : new TreeMap<>(map).entrySet()) {
                json.writeFieldName((String) field.getKey());
                write(json, field.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Collection<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                write(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof Number number) {
            number(json, number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof byte[] bytes) {
            json.writeString(Base64.getEncoder().encodeToString(bytes));
        } else if (value instanceof Date date) {
            json.writeString(Instant.ofEpochMilli(date.getTime()).toString());
        } else {
            json.writeString(value.toString());
        }
    }

    private static void number(JsonGenerator json, Number number) throws IOException {
        if (number instanceof BigDecimal decimal) {
            json.writeNumber(decimal);
        } else if (number instanceof BigInteger whole) {
            json.writeNumber(whole);
        } else if (number instanceof Double || number instanceof Float) {
            json.writeNumber(number.doubleValue());
        } else {
            json.writeNumber(number.longValue());
        }
    }
}
