package io.serai.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class PayloadTest {

    @Test
    void keys_are_sorted_and_nothing_is_left_out() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("b", null);
        fields.put("a", List.of(1, 2.5, true, "x\n"));
        fields.put("c", Map.of("z", "", "y", new BigDecimal("5.00")));

        assertThat(Payload.text(fields))
                .isEqualTo("{\"a\":[1,2.5,true,\"x\\n\"],\"b\":null,\"c\":{\"y\":5.00,\"z\":\"\"}}");
    }

    @Test
    void the_width_of_a_whole_number_does_not_matter() {
        assertThat(Payload.text(Map.of("n", 5))).isEqualTo(Payload.text(Map.of("n", 5L)));
    }

    @Test
    void a_changed_value_and_a_changed_mapping_change_the_hash() {
        long hash = RecordHash.of("{\"a\":1}", 7);

        assertThat(RecordHash.of("{\"a\":1}", 7)).isEqualTo(hash).isNotZero();
        assertThat(RecordHash.of("{\"a\":2}", 7)).isNotEqualTo(hash);
        assertThat(RecordHash.of("{\"a\":1}", 8)).isNotEqualTo(hash);
    }

    @Property
    void a_text_reads_back_to_the_same_text_in_whatever_order_the_fields_came(
            @ForAll("records") Map<String, Object> fields) {
        String text = Payload.text(fields);
        List<String> keys = new ArrayList<>(fields.keySet());
        java.util.Collections.reverse(keys);
        Map<String, Object> turned = new LinkedHashMap<>();
        keys.forEach(key -> turned.put(key, fields.get(key)));

        assertThat(Payload.text(turned)).isEqualTo(text);
        assertThat(Payload.text(Payload.fields(text))).isEqualTo(text);
    }

    @Provide
    Arbitrary<Map<String, Object>> records() {
        Arbitrary<Object> scalars = Arbitraries.oneOf(Arrays.asList(
                Arbitraries.strings().ofMaxLength(12).map(text -> (Object) text),
                Arbitraries.longs().map(number -> (Object) number),
                Arbitraries.bigDecimals().ofScale(3).map(number -> (Object) number),
                Arbitraries.of(true, false).map(flag -> (Object) flag)));
        Arbitrary<Object> values = Arbitraries.oneOf(Arrays.asList(
                scalars,
                scalars.list().ofMaxSize(3).map(list -> (Object) list),
                Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(5), scalars)
                        .ofMaxSize(3)
                        .map(map -> (Object) map)));
        return Arbitraries.maps(Arbitraries.strings().ofMinLength(1).ofMaxLength(8), values)
                .ofMaxSize(8);
    }
}
