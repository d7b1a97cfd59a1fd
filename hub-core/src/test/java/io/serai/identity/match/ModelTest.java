package io.serai.identity.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.identity.compare.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelTest {

    private static final Rows FAMILIES = Rows.of(1, 400, 3);
    private static final Rows SINGLES = Rows.of(2, 900, 1);
    private static final Model LEARNED = Model.fit(FAMILIES.sample(), new FitSettings(2));

    @Test
    void families_are_told_from_people_where_there_are_families_only() {
        assertThat(LEARNED.knowsHouseholds()).isTrue();
        assertThat(Model.fit(SINGLES.sample(), new FitSettings(2)).knowsHouseholds())
                .isFalse();
    }

    @Test
    void two_people_of_a_family_are_a_household_and_not_one_person() {
        Portrait one = LEARNED.portrait(FAMILIES.rows.get(0));
        int other = 0;
        while (FAMILIES.people.get(other).equals(FAMILIES.people.get(0))) {
            other++;
        }
        List<String> sister = new ArrayList<>(FAMILIES.rows.get(0));
        sister.set(0, "zorafatima");
        sister.set(2, "1977-03-09");
        Score score = LEARNED.score(one, LEARNED.portrait(sister));
        assertThat(score.probability()).isLessThan(.1);
        assertThat(score.household()).isGreaterThan(.5);
        assertThat(score.correction()).isNegative();
    }

    @Test
    void the_number_of_threads_and_the_order_of_rows_change_nothing() throws IOException {
        byte[] one = written(Model.fit(FAMILIES.sample(), new FitSettings(1)));
        assertThat(written(Model.fit(FAMILIES.sample(), new FitSettings(4)))).isEqualTo(one);
        assertThat(written(Model.fit(FAMILIES.shuffled(9).sample(), new FitSettings(2))))
                .isEqualTo(one);
        assertThat(written(LEARNED)).isEqualTo(one);
    }

    @Test
    void a_model_comes_back_from_its_bytes() throws IOException {
        Model read = Model.read(new DataInputStream(new ByteArrayInputStream(written(LEARNED))));
        assertThat(read.version()).isEqualTo(LEARNED.version()).isNotZero();
        assertThat(read.fields()).isEqualTo(Rows.FIELDS);
        assertThat(read.passes()).isEqualTo(LEARNED.passes()).isNotEmpty();
        for (int i = 0; i + 1 < 40; i++) {
            List<String> left = FAMILIES.rows.get(i);
            List<String> right = FAMILIES.rows.get(i + 1);
            assertThat(read.weight(read.portrait(left), read.portrait(right)))
                    .isEqualTo(LEARNED.weight(LEARNED.portrait(left), LEARNED.portrait(right)));
            assertThat(read.keys(read.portrait(left))).isEqualTo(LEARNED.keys(LEARNED.portrait(left)));
        }
    }

    @Test
    void bytes_of_another_format_are_refused() {
        assertThatThrownBy(() -> Model.read(new DataInputStream(new ByteArrayInputStream(new byte[] {99, 0, 0}))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("format 99");
    }

    @Test
    void models_of_other_records_are_other_versions() {
        assertThat(Model.fit(SINGLES.sample(), new FitSettings(1)).version()).isNotEqualTo(LEARNED.version());
    }

    @Test
    void a_rare_name_says_more_than_a_common_one() {
        List<String> names = new ArrayList<>();
        FAMILIES.rows.forEach(row -> names.add(row.get(1)));
        String common = names.stream()
                .filter(name -> name != null)
                .max((one, two) ->
                        java.util.Collections.frequency(names, one) - java.util.Collections.frequency(names, two))
                .orElseThrow();
        assertThat(shared("zebrowski")).isGreaterThan(shared(common) + 100);
    }

    private static int shared(String family) {
        Portrait portrait = LEARNED.portrait(Arrays.asList("bela", family, null, null, null));
        return LEARNED.weight(portrait, portrait);
    }

    @Test
    void a_pair_that_reaches_a_floor_weighs_what_it_weighs_and_another_is_below() {
        List<Portrait> people = new ArrayList<>();
        for (List<String> row : FAMILIES.rows.subList(0, 120)) {
            people.add(LEARNED.portrait(row));
            List<String> turned = new ArrayList<>(row);
            turned.set(0, row.get(1));
            turned.set(1, row.get(0));
            people.add(LEARNED.portrait(turned));
            turned.set(1, null);
            people.add(LEARNED.portrait(turned));
        }
        int reached = 0;
        for (Portrait left : people) {
            for (Portrait right : people) {
                int weight = LEARNED.weight(left, right);
                for (int floor : new int[] {-3000, -1200, LEARNED.edgeFloor(), 0, weight, weight + 1}) {
                    int told = LEARNED.weight(left, right, floor);
                    assertThat(told >= floor).isEqualTo(weight >= floor);
                    assertThat(told).isLessThanOrEqualTo(Math.max(weight, floor - 1));
                    if (weight >= floor) {
                        assertThat(told).isEqualTo(weight);
                        reached++;
                    }
                }
            }
        }
        assertThat(reached).isPositive();
    }

    @Test
    void a_weight_is_the_same_both_ways_and_the_sum_of_what_is_said() {
        for (int i = 0; i < 60; i++) {
            Portrait left = LEARNED.portrait(FAMILIES.rows.get(i));
            Portrait right = LEARNED.portrait(FAMILIES.rows.get(i * 7 % 600));
            Score score = LEARNED.score(left, right);
            assertThat(LEARNED.weight(right, left))
                    .isEqualTo(LEARNED.weight(left, right))
                    .isEqualTo(score.weight());
            int sum = score.prior() + score.correction();
            for (Score.Contribution contribution : score.contributions()) {
                sum += contribution.weight();
            }
            assertThat(sum).isEqualTo(score.weight());
            assertThat(score.probability()).isEqualTo(LEARNED.probability(score.weight()));
        }
    }

    @Test
    void swapped_names_are_seen_and_share_keys() {
        Portrait straight = LEARNED.portrait(Arrays.asList("belinda", "zorokun", "1970-05-04", null, null));
        Portrait swapped = LEARNED.portrait(Arrays.asList("zorokun", "belinda", "1970-05-04", null, null));
        Score score = LEARNED.score(straight, swapped);
        assertThat(score.contributions().get(0).level()).isEqualTo("given and family name swapped");
        assertThat(score.contributions()).hasSize(2);
        assertThat(score.probability()).isGreaterThan(.5);
    }

    @Test
    void a_lone_name_is_compared_with_the_family_name_too() {
        Portrait whole = LEARNED.portrait(Arrays.asList("belinda", "zorokun", "1970-05-04", null, null));
        Portrait lone = LEARNED.portrait(Arrays.asList("zorokun", null, "1970-05-04", null, null));
        Portrait stranger = LEARNED.portrait(Arrays.asList("hortensia", null, "1970-05-04", null, null));
        assertThat(LEARNED.weight(whole, lone)).isGreaterThan(LEARNED.weight(whole, stranger) + 500);
        assertThat(LEARNED.score(lone, whole).contributions().get(0).field()).isEqualTo("last_name");
    }

    @Test
    void probabilities_rise_with_weights_and_back() {
        double before = -1;
        for (int weight = -3000; weight <= 3000; weight += 50) {
            assertThat(LEARNED.probability(weight)).isBetween(before, 1.0);
            before = LEARNED.probability(weight);
        }
        for (double probability : new double[] {.1, .5, .8, .99, .999}) {
            assertThat(LEARNED.probability(LEARNED.weightOf(probability)))
                    .isBetween(probability - .01, probability + .01);
        }
    }

    @Test
    void before_anything_is_learned_a_name_alone_never_says_who_somebody_is_but_name_birth_date_and_address_do() {
        List<Field> fields = List.of(
                new Field("name", Kind.GIVEN_NAME),
                new Field("family", Kind.FAMILY_NAME),
                new Field("born", Kind.BIRTH_DATE),
                new Field("postcode", Kind.POSTCODE));
        Model standard = Model.standard(fields);
        List<String> full = Arrays.asList("Anna", "Zebrowski", "1980-02-03", "SW1A 2AA");
        List<String> name = Arrays.asList("Anna", "Zebrowski", null, null);
        List<String> other = Arrays.asList("Peter", "Zebrowski", "1980-02-03", "SW1A 2AA");
        assertThat(probability(standard, name, name)).isLessThan(.5);
        assertThat(probability(standard, full, full)).isGreaterThan(.99);
        assertThat(probability(standard, full, name)).isLessThan(.5);
        assertThat(probability(standard, full, other)).isLessThan(.9);
        assertThat(standard.keys(standard.portrait(full))).isNotEmpty();
        assertThat(standard.portrait(Arrays.asList(null, "", null, "n/a")).isSilent())
                .isTrue();
        assertThat(standard.portrait(name).isSilent()).isFalse();
    }

    private static double probability(Model model, List<String> one, List<String> two) {
        return model.probability(model.weight(model.portrait(one), model.portrait(two)));
    }

    @Test
    void keys_follow_from_what_is_said_alone() {
        Portrait one = LEARNED.portrait(FAMILIES.rows.get(5));
        Portrait again = LEARNED.portrait(new ArrayList<>(FAMILIES.rows.get(5)));
        assertThat(LEARNED.keys(again)).isEqualTo(LEARNED.keys(one)).isNotEmpty();
        assertThat(LEARNED.keys(LEARNED.portrait(Arrays.asList(null, null, null, null, null))))
                .isEmpty();
    }

    private static byte[] written(Model model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
