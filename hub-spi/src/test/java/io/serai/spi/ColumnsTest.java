package io.serai.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    private final Columns columns = new Columns(List.of("id", "name", "city"));
    private final Map<String, Object> record = columns.record(new Object[] {"7", null, "Rouen"});

    @Test
    void a_record_is_a_map_in_the_order_of_the_columns() {
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("id", "7");
        expected.put("name", null);
        expected.put("city", "Rouen");

        assertThat(record).isEqualTo(expected).hasSameHashCodeAs(expected).hasToString(expected.toString());
        assertThat(new ArrayList<>(record.keySet())).containsExactly("id", "name", "city");
        assertThat(record.get("city")).isEqualTo("Rouen");
        assertThat(record.containsKey("name")).isTrue();
        assertThat(record.get("name")).isNull();
        assertThat(record.containsKey("street")).isFalse();
        List<Object> seen = new ArrayList<>();
        record.forEach((name, value) -> seen.add(name + "=" + value));
        assertThat(seen).containsExactly("id=7", "name=null", "city=Rouen");
    }

    @Test
    void nobody_can_change_a_record() {
        assertThatThrownBy(() -> record.put("id", "8")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> record.remove("id")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> record.replaceAll((name, value) -> "x"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void columns_have_names_of_their_own_and_rows_a_value_for_each() {
        assertThatThrownBy(() -> new Columns(List.of("id", "id"))).hasMessageContaining("\"id\"");
        assertThatThrownBy(() -> columns.record(new Object[] {"7"})).hasMessageContaining("1 values for 3 columns");
    }
}
