package io.serai.identity.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatcherTest {

    private static final Rows ROWS = Rows.of(3, 300, 2);
    private static final Sample SAMPLE = ROWS.sample();
    private static final Model MODEL = Model.fit(SAMPLE, new FitSettings(2));

    @Test
    void all_at_once_weighs_as_one_by_one_does() {
        Candidates found = new Matcher(MODEL, SAMPLE, 2).match(0).candidates();
        assertThat(found.size()).isGreaterThan(300);
        for (int i = 0; i < found.size(); i++) {
            Portrait left = MODEL.portrait(ROWS.rows.get(found.left()[i]));
            Portrait right = MODEL.portrait(ROWS.rows.get(found.right()[i]));
            assertThat(found.weight()[i])
                    .isEqualTo(MODEL.weight(left, right))
                    .isGreaterThanOrEqualTo(MODEL.edgeFloor());
        }
    }

    @Test
    void swapped_names_weigh_the_same_at_once_one_by_one_and_from_either_side() {
        List<List<String>> rows = new ArrayList<>(ROWS.rows);
        for (List<String> row : ROWS.rows.subList(0, 200)) {
            List<String> swapped = new ArrayList<>(row);
            swapped.set(0, row.get(1));
            swapped.set(1, row.get(0));
            rows.add(swapped);
        }
        Sample sample = new Sample(Rows.FIELDS);
        rows.forEach(sample::add);
        Candidates found = new Matcher(MODEL, sample, 2).match(0).candidates();
        int swapped = 0;
        for (int i = 0; i < found.size(); i++) {
            Portrait left = MODEL.portrait(rows.get(found.left()[i]));
            Portrait right = MODEL.portrait(rows.get(found.right()[i]));
            assertThat(found.weight()[i]).isEqualTo(MODEL.weight(left, right)).isEqualTo(MODEL.weight(right, left));
            swapped += MODEL.score(left, right).contributions().stream()
                            .anyMatch(each -> each.level().contains("swapped"))
                    ? 1
                    : 0;
        }
        assertThat(swapped).isGreaterThan(100);
    }

    @Test
    void candidates_are_those_that_share_a_key_that_not_too_many_bear() {
        int size = ROWS.rows.size();
        Map<Long, Integer> bearers = new HashMap<>();
        long[][] keys = new long[size][];
        for (int row = 0; row < size; row++) {
            keys[row] = Arrays.stream(MODEL.keys(MODEL.portrait(ROWS.rows.get(row))))
                    .distinct()
                    .toArray();
            for (long key : keys[row]) {
                bearers.merge(key, 1, Integer::sum);
            }
        }
        long expected = 0;
        for (int left = 0; left < size; left++) {
            Set<Long> of = new HashSet<>();
            for (long key : keys[left]) {
                if (bearers.get(key) <= MODEL.blockLimit()) {
                    of.add(key);
                }
            }
            for (int right = left + 1; right < size; right++) {
                expected += Arrays.stream(keys[right]).anyMatch(of::contains) ? 1 : 0;
            }
        }
        assertThat(new Matcher(MODEL, SAMPLE, 1).match(0).candidates().compared())
                .isEqualTo(expected);
    }

    @Test
    void any_number_of_threads_finds_the_same() {
        Matches one = new Matcher(MODEL, SAMPLE, 1).match(0);
        for (int threads : new int[] {2, 4}) {
            Matches many = new Matcher(MODEL, SAMPLE, threads).match(0);
            assertThat(many.people()).isEqualTo(one.people());
            assertThat(many.candidates().left()).isEqualTo(one.candidates().left());
            assertThat(many.candidates().right()).isEqualTo(one.candidates().right());
            assertThat(many.candidates().weight()).isEqualTo(one.candidates().weight());
            assertThat(many.candidates().compared()).isEqualTo(one.candidates().compared());
        }
    }

    @Test
    void the_people_found_are_the_people_there_are() {
        int[] people = new Matcher(MODEL, SAMPLE, 2).match(0).people();
        long found = 0;
        long right = 0;
        long there = 0;
        for (int i = 0; i < people.length; i++) {
            for (int j = i + 1; j < people.length; j++) {
                boolean same = ROWS.people.get(i).equals(ROWS.people.get(j));
                there += same ? 1 : 0;
                found += people[i] == people[j] ? 1 : 0;
                right += same && people[i] == people[j] ? 1 : 0;
            }
        }
        assertThat((double) right / found).isGreaterThan(.98);
        assertThat((double) right / there).isGreaterThan(.97);
        assertThat(people[0]).isZero();
    }

    @Test
    void the_order_of_rows_does_not_matter() {
        Rows other = ROWS.shuffled(5);
        Sample sample = other.sample();
        int[] people = new Matcher(MODEL, SAMPLE, 2).match(0).people();
        int[] again = new Matcher(MODEL, sample, 2).match(0).people();
        assertThat(sizes(again)).isEqualTo(sizes(people));
    }

    private static Map<Integer, Integer> sizes(int... people) {
        Map<Integer, Integer> size = new HashMap<>();
        for (int person : people) {
            size.merge(person, 1, Integer::sum);
        }
        Map<Integer, Integer> sizes = new HashMap<>();
        size.values().forEach(each -> sizes.merge(each, 1, Integer::sum));
        return sizes;
    }
}
