package io.serai.identity.compare;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class DistanceProperties {

    @Property(seed = "1")
    void the_bits_count_what_the_table_counts(
            @ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 70) String left,
            @ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 70) String right) {
        assertThat(Distance.osa(left, right)).isEqualTo(plain(left, right)).isEqualTo(Distance.osa(right, left));
    }

    @Property(seed = "2")
    void one_slip_is_a_distance_of_one(
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 4) String left,
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 4) String right) {
        assertThat(Distance.isOne(left, right)).isEqualTo(plain(left, right) == 1);
    }

    @Property(seed = "3")
    void jaro_winkler_is_symmetric_and_one_for_equals_only(
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 8) String left,
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 8) String right) {
        double alike = Distance.jaroWinkler(left, right);
        assertThat(alike).isBetween(0.0, 1.0).isEqualTo(Distance.jaroWinkler(right, left));
        assertThat(alike == 1).isEqualTo(left.equals(right));
    }

    private static int plain(String left, String right) {
        int[][] table = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                    continue;
                }
                boolean same = left.charAt(i - 1) == right.charAt(j - 1);
                table[i][j] =
                        Math.min(Math.min(table[i - 1][j], table[i][j - 1]) + 1, table[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1)) {
                    table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
                }
            }
        }
        return table[left.length()][right.length()];
    }
}
