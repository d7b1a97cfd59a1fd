package io.serai.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However a column is written, it says of each row what it was given, and of each set of values who has one. */
class ColumnBytesProperties {

    @Property(tries = 400)
    void rows_are_found_by_values_as_by_looking_at_each(
            @ForAll @IntRange(max = 300) int values,
            @ForAll @IntRange(min = 1, max = 1500) int rows,
            @ForAll @IntRange(max = 100) int missing,
            @ForAll @IntRange(max = 100) int satisfying,
            @ForAll long seed) {
        Random random = new Random(seed);
        int[] codes = codes(random, values, rows, missing);
        ColumnBytes column = column(codes, values);

        assertThat(said(column)).isEqualTo(said(codes));
        assertThat(column.present()).isEqualTo(rows(codes, any(values)));
        byte[] wanted = new byte[values + 1];
        for (int code = 0; code <= values; code++) {
            wanted[code] = (byte) (random.nextInt(100) < satisfying ? 1 : 0);
        }
        assertThat(column.where(by(column, wanted))).isEqualTo(rows(codes, wanted));
    }

    @Property(tries = 100)
    void one_value_and_all_but_one_are_found(
            @ForAll @IntRange(min = 1, max = 300) int values, @ForAll @IntRange(max = 300) int one, @ForAll long seed) {
        int[] codes = codes(new Random(seed), values, 2000, 10);
        ColumnBytes column = column(codes, values);
        byte[] wanted = new byte[values + 1];
        wanted[one % (values + 1)] = 1;
        assertThat(column.where(by(column, wanted))).isEqualTo(rows(codes, wanted));
        for (int code = 0; code <= values; code++) {
            wanted[code] ^= 1;
        }
        assertThat(column.where(by(column, wanted))).isEqualTo(rows(codes, wanted));
    }

    /** Of each row the place of its value; some values may be nobody's. */
    private static int[] codes(Random random, int values, int rows, int missing) {
        int[] codes = new int[rows];
        for (int row = 0; row < rows; row++) {
            codes[row] = values == 0 || random.nextInt(100) < missing ? 0 : 1 + random.nextInt(values);
        }
        return codes;
    }

    private static ColumnBytes column(int[] codes, int values) {
        List<byte[]> written = new ArrayList<>();
        for (int value = 1; value <= values; value++) {
            byte[] text = Integer.toString(value).getBytes(StandardCharsets.US_ASCII);
            written.add(ColumnBytes.text(text, 0, text.length));
        }
        ColumnBytes.Written bytes = ColumnBytes.write(codes, written);
        assertThat(ColumnBytes.isKnown(bytes.rows())).isTrue();
        return new ColumnBytes(bytes.rows(), bytes::values);
    }

    /** What is wanted of the values as they were written, as the column counts them: some may stand several times. */
    private static byte[] by(ColumnBytes column, byte[] wanted) {
        byte[] counted = new byte[column.count() + 1];
        counted[0] = wanted[0];
        for (int code = 1; code <= column.count(); code++) {
            counted[code] = wanted[Integer.parseInt((String) column.values().get(code - 1))];
        }
        return counted;
    }

    private static List<String> said(ColumnBytes column) {
        List<String> said = new ArrayList<>();
        List<Object> values = column.values();
        for (int code : column.codes()) {
            said.add(code == 0 ? null : (String) values.get(code - 1));
        }
        return said;
    }

    private static List<String> said(int[] codes) {
        List<String> said = new ArrayList<>();
        for (int code : codes) {
            said.add(code == 0 ? null : Integer.toString(code));
        }
        return said;
    }

    private static byte[] any(int values) {
        byte[] any = new byte[values + 1];
        for (int code = 1; code <= values; code++) {
            any[code] = 1;
        }
        return any;
    }

    private static BitSet rows(int[] codes, byte[] wanted) {
        BitSet rows = new BitSet();
        for (int row = 0; row < codes.length; row++) {
            rows.set(row, wanted[codes[row]] == 1);
        }
        return rows;
    }
}
