package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackedRowsTest {

    @Test
    void rows_come_back_as_they_were_whatever_is_in_them() {
        List<List<String>> given = List.of(
                List.of("", "Żółć", "a"),
                List.of("x".repeat(127), "y".repeat(128), ""),
                List.of("", "", ""),
                List.of("😀", "名", " b "));
        PackedRows rows = new PackedRows(3);
        given.forEach(rows::append);
        assertThat(rows).hasSize(4);
        for (int i = 0; i < given.size(); i++) {
            assertThat(rows.get(i)).containsExactlyElementsOf(given.get(i));
        }
        assertThatThrownBy(() -> rows.get(4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void rows_go_on_over_the_end_of_a_chunk() {
        PackedRows rows = new PackedRows(2);
        List<List<String>> given = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            given.add(List.of("row " + i, Character.toString('a' + i % 26).repeat(3_000 + i)));
            rows.append(given.get(i));
        }
        for (int i = 0; i < given.size(); i++) {
            assertThat(rows.get(i)).containsExactlyElementsOf(given.get(i));
        }
    }
}
