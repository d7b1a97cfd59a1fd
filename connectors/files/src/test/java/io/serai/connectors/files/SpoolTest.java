package io.serai.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.connectors.files.Spool.Effect;
import io.serai.connectors.files.Spool.Entry;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpoolTest {

    @Test
    void entries_of_any_length_are_found_again_at_their_places_while_others_are_added() throws IOException {
        List<Long> places = new ArrayList<>();
        try (Spool spool = new Spool()) {
            for (int number = 0; number < 300; number++) {
                places.add(spool.add(entry(number)));
                assertThat(spool.at(places.get(number / 2))).isEqualTo(entry(number / 2));
            }
            long place = 0;
            for (int number = 0; number < 300; number++) {
                assertThat(place).isEqualTo(places.get(number));
                assertThat(spool.at(place)).isEqualTo(entry(number));
                place = spool.following();
            }
            assertThat(place).isEqualTo(spool.end());
        }
    }

    @Test
    void values_come_back_as_json_would_bring_them_and_nothing_stays_nothing() throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("text", "Zo\u00eb \uD83D\uDE00");
        fields.put("nothing", null);
        fields.put("whole", 12);
        fields.put("part", new BigDecimal("1.50"));
        fields.put("list", List.of("a", true));
        try (Spool spool = new Spool()) {
            long place = spool.add(new Entry("id", "key", Effect.REPLACE, fields));
            assertThat(spool.at(place)).isEqualTo(new Entry("id", "key", Effect.REPLACE, fields));
        }
    }

    private static Entry entry(int number) {
        String text = "x".repeat(number % 7 == 0 ? 20_000 + number : number);
        return new Entry("i" + number, "k" + number, Effect.values()[number % 3], Map.of("column " + number % 5, text));
    }
}
