package io.serai.demo.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PopulationTest {

    private static final int ROWS = 8_000;

    private final Population population = Population.of(7, ROWS);
    private final List<Customer> rows = population.stream().toList();

    @Test
    void the_same_seed_gives_the_same_rows() {
        assertThat(Population.of(7, 500).stream())
                .containsExactlyElementsOf(Population.of(7, 500).stream().toList());
    }

    @Test
    void another_seed_gives_other_people() {
        assertThat(emails(Population.of(8, 500))).doesNotContainAnyElementsOf(emails(Population.of(7, 500)));
    }

    @Test
    void rows_are_made_one_by_one_however_many_there_are() {
        assertThat(Population.of(7, 1_000_000_000_000L).stream().limit(50)).hasSize(50);
    }

    @Test
    void every_number_has_one_place_in_the_shuffled_order() {
        for (int size : new int[] {1, 2, 3, 17, 64, 1_000}) {
            Shuffle shuffle = new Shuffle(3, size);
            Set<Long> seen = new HashSet<>();
            for (int place = 0; place < size; place++) {
                seen.add(shuffle.at(place));
            }
            assertThat(seen).as("places of %d", size).hasSize(size).allMatch(number -> number >= 0 && number < size);
        }
    }

    @Test
    void about_seven_of_ten_rows_are_a_person_of_their_own() {
        Collection<List<Customer>> people = people();
        assertThat(people.size() / (double) ROWS).isBetween(0.65, 0.75);
        assertThat(people).extracting(List::size).allMatch(size -> size <= 8).contains(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void neither_the_order_nor_the_ids_say_who_is_who() {
        assertThat(rows).extracting(Customer::id).isSorted().doesNotHaveDuplicates();
        long neighbours = 0;
        for (int i = 1; i < rows.size(); i++) {
            neighbours += rows.get(i).cluster().equals(rows.get(i - 1).cluster()) ? 1 : 0;
        }
        assertThat(neighbours).isLessThan(5);
    }

    @Test
    void a_birth_date_that_many_rows_of_a_person_give_is_nearly_always_the_same() {
        long agree = 0;
        long pairs = 0;
        for (List<Customer> person : people()) {
            List<String> dates = person.stream()
                    .map(Customer::birthDate)
                    .filter(date -> date != null && date.charAt(4) == '-')
                    .toList();
            if (dates.size() > 1) {
                pairs++;
                agree += dates.get(0).equals(dates.get(1)) ? 1 : 0;
            }
        }
        assertThat(agree / (double) pairs).isBetween(0.75, 0.95);
    }

    @Test
    void a_card_belongs_to_one_person_but_for_slips() {
        Map<String, Set<String>> bearers = rows.stream()
                .filter(row -> row.loyalty() != null)
                .collect(Collectors.groupingBy(
                        Customer::loyalty, Collectors.mapping(Customer::cluster, Collectors.toSet())));
        assertThat(bearers.values()).extracting(Set::size).containsOnly(1);
    }

    @Test
    void each_kind_of_trouble_has_its_stated_share() {
        Map<Trouble, Integer> met = new EnumMap<>(Trouble.class);
        for (long row = 0; row < ROWS; row++) {
            population.troubles(row).forEach(trouble -> met.merge(trouble, 1, Integer::sum));
        }
        for (Trouble trouble : Trouble.values()) {
            assertThat(met.getOrDefault(trouble, 0) / (double) ROWS)
                    .as(trouble.name())
                    .isBetween(trouble.least(), trouble.most());
        }
    }

    @Test
    void every_source_and_country_is_there_and_some_rows_say_nearly_nothing() {
        assertThat(rows.stream().map(Customer::source))
                .contains("web", "crm", "loyalty", "till", "newsletter", "import", "marketplace");
        assertThat(rows.stream().map(Customer::country))
                .contains("GB", "DE", "FR", "ES", "IT", "NL", "PL", "US", "Deutschland");
        assertThat(rows.stream().filter(row -> said(row) == 1).count()).isBetween(ROWS / 200L, ROWS / 20L);
    }

    @Test
    void surnames_have_a_few_common_and_very_many_rare_ones() {
        Map<String, Long> counts = rows.stream()
                .map(Customer::lastName)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), HashMap::new, Collectors.counting()));
        assertThat(counts).hasSizeGreaterThan(ROWS / 4);
        assertThat(counts.values().stream().mapToLong(Long::longValue).max().orElse(0))
                .isGreaterThan(ROWS / 500L);
    }

    @Test
    void families_share_phones_that_are_not_everybodys() {
        Map<String, Set<String>> bearers = rows.stream()
                .filter(row -> row.phone() != null && row.phone().length() > 10)
                .collect(Collectors.groupingBy(
                        row -> row.phone().replaceAll("\\D", ""),
                        Collectors.mapping(Customer::cluster, Collectors.toSet())));
        assertThat(bearers.values().stream()
                        .filter(people -> people.size() == 2)
                        .count())
                .isBetween(20L, 400L);
    }

    @Test
    void a_file_holds_a_header_and_the_rows(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("customers.csv");
        Population.of(7, 300).write(file);
        try (var csv = CsvReader.builder().ofCsvRecord(file)) {
            List<List<String>> lines =
                    csv.stream().map(line -> line.getFields()).toList();
            assertThat(lines.get(0)).isEqualTo(Customer.COLUMNS);
            assertThat(lines).hasSize(301);
            assertThat(lines.get(300).get(0)).isEqualTo("300");
        }
    }

    @Test
    void a_population_without_rows_is_refused() {
        assertThatThrownBy(() -> Population.of(7, 0)).hasMessageContaining("at least one row");
    }

    private Collection<List<Customer>> people() {
        return rows.stream().collect(Collectors.groupingBy(Customer::cluster)).values();
    }

    private static Set<String> emails(Population population) {
        return population.stream()
                .map(Customer::email)
                .filter(email -> email != null && email.length() > 20)
                .collect(Collectors.toSet());
    }

    private static long said(Customer row) {
        return Arrays.stream(row.values()).skip(3).filter(Objects::nonNull).count() - (row.country() == null ? 0 : 1);
    }
}
