package io.serai.identity.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GeoComparisonTest {

    private final Comparison geo = Comparison.of(Kind.GEO);

    @Test
    void distance_decides_the_level() {
        assertThat(level("51.5,0.1", "51.5,0.1")).isEqualTo("same");
        assertThat(level("51.5,0.1", "51.5008,0.1")).isEqualTo("within 100 m");
        assertThat(level("51.5,0.1", "51.5010,0.1")).isEqualTo("within 1 km");
        assertThat(level("51.5,0.1", "51.5080,0.1")).isEqualTo("within 1 km");
        assertThat(level("51.5,0.1", "51.5100,0.1")).isEqualTo("within 10 km");
        assertThat(level("51.5,0.1", "51.5800,0.1")).isEqualTo("within 10 km");
        assertThat(level("51.5,0.1", "51.6000,0.1")).isEqualTo("within 50 km");
        assertThat(level("51.5,0.1", "52.0000,0.1")).isEqualTo("different");
    }

    @Test
    void a_degree_of_longitude_is_shorter_in_the_north_and_the_earth_is_round() {
        assertThat(level("0.1,10", "0.1,10.08")).isEqualTo("within 10 km");
        assertThat(level("60,10", "60,10.17")).isEqualTo("within 10 km");
        assertThat(level("0.1,10", "0.1,10.17")).isEqualTo("within 50 km");
        assertThat(level("10,179.999", "10,-179.999")).isEqualTo("within 1 km");
    }

    @Test
    void the_poles_and_the_date_line_are_places_and_what_lies_beyond_is_none() {
        assertThat(geo.parse("90,180")).isNotNull();
        assertThat(geo.parse("-90,-180")).isNotNull();
        assertThat(geo.parse("90.1,0")).isNull();
        assertThat(geo.parse("0,180.1")).isNull();
        assertThat(geo.parse("0,0")).isNull();
        assertThat(geo.parse("0,7")).isNotNull();
        assertThat(geo.parse("7,0")).isNotNull();
    }

    @Test
    void places_within_half_a_cell_of_each_other_share_one_wherever_they_lie() {
        for (int i = 0; i < 40; i++) {
            double latitude = 51.5 + i * 0.0013;
            double longitude = -0.02 + i * 0.0017;
            assertThat(cells(latitude, longitude, 1))
                    .hasSize(4)
                    .containsAnyElementsOf(cells(latitude + 0.0049, longitude - 0.0049, 1));
            assertThat(cells(latitude, longitude, 2))
                    .hasSize(4)
                    .containsAnyElementsOf(cells(latitude - 0.049, longitude + 0.049, 2));
            assertThat(cells(latitude, longitude, 1)).doesNotContainAnyElementsOf(cells(latitude + 0.03, longitude, 1));
        }
    }

    private Set<Long> cells(double latitude, double longitude, int atom) {
        Set<Long> cells = new HashSet<>();
        geo.atoms(geo.parse(latitude + "," + longitude), (id, hash) -> {
            if (id == atom) {
                cells.add(hash);
            }
        });
        return cells;
    }

    private String level(String one, String other) {
        return geo.levelName(geo.level(geo.parse(one), geo.parse(other)));
    }
}
