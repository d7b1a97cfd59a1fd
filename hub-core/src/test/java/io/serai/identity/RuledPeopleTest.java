package io.serai.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.identity.match.FitSettings;
import io.serai.identity.match.Model;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A table resolved at once is what a hub makes of its rows, one page after the other. */
class RuledPeopleTest {

    private static final List<String> HEADERS =
            List.of("shop_id", "email", "phone", "first_name", "last_name", "birth_date", "postcode");
    private static final IdentityRules RULES = new IdentityRules(
            List.of(
                    rule("shop_id", 1, IdentifierRule.Kind.ID, false),
                    rule("email", 2, IdentifierRule.Kind.EMAIL, false),
                    rule("phone", 2, IdentifierRule.Kind.ID, true)),
            Optional.of(new Matching(List.of(), .95, .8)),
            7);
    private static final List<String> FIRST =
            List.of("ann", "bob", "zoe", "carl", "dora", "emil", "fiona", "gustav", "hanna", "ivan", "jana", "kurt");
    private static final List<String> LAST =
            List.of("kaya", "smith", "berg", "novak", "rossi", "lind", "okafor", "tanaka", "moreau", "silva", "haas");

    private static IdentifierRule rule(String name, int perProfile, IdentifierRule.Kind kind, boolean shared) {
        return new IdentifierRule(name, perProfile, kind, "", List.of(), shared, 4);
    }

    /** Two or three rows a person, some with a slip, some sparse; a desk's address on many; families with one phone. */
    private static List<String[]> rows(long seed) {
        Random random = new Random(seed);
        List<String[]> rows = new ArrayList<>();
        for (int person = 0; person < 150; person++) {
            String first = FIRST.get(random.nextInt(FIRST.size()));
            String last = LAST.get(random.nextInt(LAST.size()));
            String birth =
                    "19" + (50 + random.nextInt(50)) + "-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10);
            String postcode = "" + (10000 + random.nextInt(40));
            String phone = "030555" + (1000 + person / 2);
            for (int row = random.nextInt(3); row >= 0; row--) {
                String email =
                        random.nextDouble() < .1 ? "desk@shop.test" : first + "." + last + person % 90 + "@mail.test";
                rows.add(new String[] {
                    random.nextDouble() < .2 ? "S" + random.nextInt(160) : "",
                    random.nextDouble() < .5 ? email : "",
                    random.nextDouble() < .4 ? phone : "",
                    random.nextDouble() < .9 ? first : "",
                    random.nextDouble() < .9 ? last + (random.nextDouble() < .1 ? "s" : "") : "",
                    random.nextDouble() < .7 ? birth : "",
                    random.nextDouble() < .7 ? postcode : ""
                });
            }
        }
        return rows;
    }

    private static Map<String, String> named(String[] row) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < row.length; i++) {
            named.put(HEADERS.get(i), row[i].isEmpty() ? null : row[i]);
        }
        return named;
    }

    private static Set<Set<Integer>> groups(int[] people) {
        Map<Integer, Set<Integer>> groups = new HashMap<>();
        for (int row = 0; row < people.length; row++) {
            groups.computeIfAbsent(people[row], person -> new HashSet<>()).add(row);
        }
        return Set.copyOf(groups.values());
    }

    /** The same rows one page after the other, in another order. */
    private static Set<Set<Integer>> incrementally(
            Columns columns, List<String[]> rows, Model model, Map<List<Long>, Decision.Kind> decided, Random random) {
        Matching matching = new Matching(
                model.fields(),
                RULES.matching().orElseThrow().mergeAbove(),
                RULES.matching().orElseThrow().reviewAbove());
        IdentityRules rules = new IdentityRules(RULES.identifiers(), Optional.of(matching), 7);
        MemoryStore store = new MemoryStore(rules, Likeness.of(model, matching));
        store.decided.putAll(decided);
        SignatureRows read = new SignatureRows(columns, true);
        rows.forEach(row -> read.add(named(row)));
        List<Integer> order = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            order.add(row);
        }
        Collections.shuffle(order, random);
        for (int from = 0; from < order.size(); ) {
            int to = Math.min(order.size(), from + 1 + random.nextInt(40));
            Map<Long, MemoryStore.Saying> page = new LinkedHashMap<>();
            for (int row : order.subList(from, to)) {
                int signature = read.signatureOf(row);
                if (signature >= 0) {
                    page.put(
                            (long) row, new MemoryStore.Saying(read.signatures().get(signature)));
                }
            }
            store.page(page);
            from = to;
        }
        Set<Set<Integer>> groups = new HashSet<>();
        store.partition().forEach(records -> {
            Set<Integer> group = new HashSet<>();
            records.forEach(record -> group.add((int) (long) record));
            groups.add(group);
        });
        order.stream().filter(row -> read.signatureOf(row) < 0).forEach(row -> groups.add(Set.of(row)));
        return groups;
    }

    @Test
    void a_table_at_once_is_what_a_hub_finds_row_by_row() {
        for (long seed = 1; seed <= 3; seed++) {
            List<String[]> rows = rows(seed);
            Columns columns = Columns.guess(HEADERS, rows, RULES);
            RuledPeople people = new RuledPeople(columns);
            rows.forEach(row -> people.add(named(row)));
            Random random = new Random(seed);
            Map<List<Long>, Decision.Kind> decided = new HashMap<>();
            for (int i = 0; i < 20; i++) {
                int left = random.nextInt(rows.size() - 1);
                int right = i % 2 == 0 ? left + 1 : left + 1 + random.nextInt(rows.size() - left - 1);
                Decision.Kind kind = i % 4 == 3 ? Decision.Kind.JOIN : Decision.Kind.SPLIT;
                people.decide(left, right, kind);
                decided.put(List.of((long) left, (long) right), kind);
            }
            People.Result found = people.resolve(new FitSettings(2));
            Set<Set<Integer>> groups = groups(found.people());
            assertThat(groups).isEqualTo(incrementally(columns, rows, found.model(), decided, random));
            assertThat(groups.size()).isBetween(100, rows.size() - 50);
        }
    }

    @Test
    void nobody_has_more_values_than_the_rules_allow_and_a_value_on_many_people_links_nobody() {
        List<String[]> rows = rows(4);
        People people = People.byRules(Columns.guess(HEADERS, rows, RULES), HEADERS);
        rows.forEach(people::add);
        int[] found = people.resolve();
        for (Set<Integer> group : groups(found)) {
            assertThat(group.stream()
                            .map(row -> rows.get(row)[0])
                            .filter(id -> !id.isEmpty())
                            .distinct())
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(group.stream()
                            .map(row -> rows.get(row)[1])
                            .filter(email -> !email.isEmpty() && !email.startsWith("desk@"))
                            .distinct())
                    .hasSizeLessThanOrEqualTo(2);
        }
        long atDesk = rows.stream().filter(row -> row[1].startsWith("desk@")).count();
        long peopleAtDesk = IntStream.range(0, found.length)
                .filter(row -> rows.get(row)[1].startsWith("desk@"))
                .map(row -> found[row])
                .distinct()
                .count();
        assertThat(peopleAtDesk).isGreaterThan(atDesk / 2);
    }

    @Test
    void without_rules_limits_do_not_count() {
        List<String[]> rows = rows(4);
        People people = new People(Columns.guess(HEADERS, rows, RULES), HEADERS);
        rows.forEach(people::add);
        assertThat(groups(people.resolve()))
                .anyMatch(group -> group.stream()
                                .map(row -> rows.get(row)[0])
                                .filter(id -> !id.isEmpty())
                                .distinct()
                                .count()
                        > 1);
    }
}
