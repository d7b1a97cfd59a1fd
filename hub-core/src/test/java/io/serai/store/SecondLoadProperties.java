package io.serai.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.profile.MergeGuard;
import io.serai.record.SourceRecord;
import io.serai.store.GreatLoadProperties.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * A great load into a store that knows people, with people who were joined, kept apart and erased by hand, values on too many and aliases:
 * what is left is done at once as it is one by one, to the row.
 */
class SecondLoadProperties {

    private interface Finishing {
        void finish(Settling settling) throws SQLException;
    }

    @Property(tries = 60)
    void what_is_left_comes_to_the_same_at_once_and_one_by_one(@ForAll long seed, @ForAll boolean matching)
            throws IOException {
        GreatLoadProperties.in(folder -> {
            Random random = new Random(seed);
            Path parts = folder.resolve("parts.db");
            try (MatchingHome home = MatchingHome.ofOneMoment(parts, GreatLoadProperties.rules(matching))) {
                fill(home, random);
            }
            Path once = Files.copy(parts, folder.resolve("once.db"));
            assertThat(finished(once, matching, Settling::atOnce)).isEqualTo(finished(parts, matching, Settling::rest));
        });
    }

    @Property(tries = 30)
    void everybody_looked_at_again_stays_who_they_are(@ForAll long seed, @ForAll boolean matching) throws IOException {
        GreatLoadProperties.in(folder -> {
            Random random = new Random(seed);
            Path file = folder.resolve("store.db");
            try (MatchingHome home = MatchingHome.ofOneMoment(file, GreatLoadProperties.rules(matching))) {
                fill(home, random);
                home.ingest.settle(MergeGuard.none());
            }
            Map<String, Object> before = finished(file, matching, settling -> {});
            assertThat(finished(file, matching, settling -> settling.everybody(false)))
                    .isEqualTo(before);
        });
    }

    /** Some people who are known, some of them by what people decided, and pages of which much is left. */
    private static void fill(MatchingHome home, Random random) {
        for (Page page : GreatLoadProperties.pages(random, true)) {
            if (random.nextBoolean()) {
                GreatLoadProperties.page(home, page);
            } else {
                GreatLoadProperties.land(home, page);
            }
        }
        home.ingest.settle(MergeGuard.none());
        for (int i = random.nextInt(6); i > 0; i--) {
            decide(home, random);
        }
        for (Page page : GreatLoadProperties.pages(random, random.nextBoolean())) {
            GreatLoadProperties.land(home, new Page(page.mapping(), again(page, random)));
        }
    }

    /** Under keys of its own most of the time, so that most are new. */
    private static List<SourceRecord> again(Page page, Random random) {
        List<SourceRecord> records = new ArrayList<>();
        for (var record : page.records()) {
            records.add(
                    random.nextInt(10) == 0
                            ? record
                            : new SourceRecord("b" + record.key(), record.fields(), record.deleted()));
        }
        return records;
    }

    private static void decide(MatchingHome home, Random random) {
        List<Long> people = home.database.read(connection -> Sql.list(
                connection,
                row -> row.getLong(1),
                "SELECT DISTINCT profile_id FROM signature WHERE records > 0 AND profile_id IS NOT NULL ORDER BY 1"));
        if (people.isEmpty()) {
            return;
        }
        long one = people.get(random.nextInt(people.size()));
        long other = people.get(random.nextInt(people.size()));
        List<Long> records = home.database.read(connection -> Sql.list(
                connection,
                row -> row.getLong(1),
                "SELECT record_id FROM record_state r JOIN signature s ON s.id = r.signature_id WHERE profile_id = ?",
                one));
        try {
            switch (random.nextInt(5)) {
                case 0, 1 -> {
                    if (one != other) {
                        home.desk.join(one, other);
                    }
                }
                case 2, 3 -> home.desk.split(one, records.get(random.nextInt(records.size())));
                default -> home.desk.erase(one);
            }
        } catch (StoreException nothingToSplit) {
            assertThat(nothingToSplit).hasMessageContaining("nothing to split");
        }
    }

    /** What the store holds after that; people who are new are named by their first signature. */
    private static Map<String, Object> finished(Path file, boolean matching, Finishing finishing) throws IOException {
        try (MatchingHome home = MatchingHome.notYetDerived(file, GreatLoadProperties.rules(matching))) {
            Map<Long, String> causes = new TreeMap<>();
            long highest = home.number("SELECT coalesce(max(id), 0) FROM profile");
            home.database.writeMuch(connection -> {
                finishing.finish(new Settling(
                        connection,
                        home.derivation,
                        home.ingest.models(),
                        1_772_366_400_000L,
                        new ChangedPeople(),
                        causes));
                return null;
            });
            return home.database.read(connection -> rows(connection, highest, causes));
        }
    }

    private static Map<String, Object> rows(Connection connection, long highest, Map<Long, String> causes)
            throws SQLException {
        Map<Long, String> name = new TreeMap<>();
        Sql.each(
                connection,
                row -> name.put(
                        row.getLong(1), row.getLong(1) <= highest ? row.getString(1) : "of " + row.getString(2)),
                "SELECT p.id, min(s.id) FROM profile p LEFT JOIN signature s ON s.profile_id = p.id GROUP BY p.id");
        Map<String, Object> rows = new TreeMap<>();
        rows.put("causes", causes);
        rows.put("traits", new TreeMap<String, Object>());
        for (var each : new TraitTable(connection).load(name.keySet()).entrySet()) {
            Map<String, Object> traits = new TreeMap<>(each.getValue());
            traits.remove("household_id");
            rows.put("traits of " + name.get(each.getKey()), traits);
        }
        Sql.each(
                connection,
                row -> rows.put(
                        "profile " + name.get(row.getLong(1)),
                        name.get(row.getLong(2)) + " " + row.getLong(3) + " " + row.getDouble(4)),
                "SELECT id, merged_into, live, certainty FROM profile");
        Sql.each(
                connection,
                row -> rows.put(
                        "signature " + row.getLong(1), name.get(row.getLong(2)) + ", " + name.get(row.getLong(3))),
                "SELECT id, profile_id, first_profile_id FROM signature");
        Map<Long, TreeSet<String>> households = new TreeMap<>();
        Sql.each(
                connection,
                row -> households
                        .computeIfAbsent(row.getLong(2), id -> new TreeSet<>())
                        .add(name.get(row.getLong(1)) + " at " + row.getLong(3) + " of " + row.getLong(4)),
                "SELECT profile_id, household_id, block, size FROM household");
        rows.put(
                "households",
                new TreeSet<>(households.values().stream().map(Object::toString).toList()));
        for (String sql : List.of(
                "SELECT name_id || ' ' || value FROM overloaded_value",
                "SELECT left_signature || '-' || right_signature || ' ' || weight || reason || status FROM review",
                "SELECT signature_id || ' ' || level FROM match_level",
                "SELECT first_id FROM landed UNION ALL SELECT profile_id FROM stale_profile")) {
            rows.put(sql, new TreeSet<>(Sql.list(connection, row -> row.getString(1), sql)));
        }
        return rows;
    }
}
