package io.serai.store;

import static io.serai.store.MatchingHome.CONTACTS;
import static io.serai.store.MatchingHome.CUSTOMERS;
import static io.serai.store.MatchingHome.SALES;
import static io.serai.store.MatchingHome.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.TemporaryFolder;
import io.serai.identity.IdentifierRule;
import io.serai.identity.IdentityRules;
import io.serai.profile.MergeGuard;
import io.serai.record.Mapping;
import io.serai.record.SourceRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is left to the end of a great load comes to the same as page by page: people, traits, households, edges and doubts. */
class GreatLoadProperties {

    private static final String[] FIRST = {"Ann", "Anne", "Bob", "Robert", "Zoe", "Kofi", "José"};
    private static final String[] LAST = {"Smith", "Smyth", "Kaya", "Zebrowski", "van Dyk"};

    record Page(Mapping mapping, List<SourceRecord> records) {}

    /** Few people may share an e-mail address, so that some are on too many. */
    static IdentityRules rules(boolean matching) {
        IdentityRules usual = MatchingHome.rules(1);
        List<IdentifierRule> rules = new ArrayList<>(usual.identifiers());
        rules.set(2, new IdentifierRule("email", 5, IdentifierRule.Kind.EMAIL, "", List.of(), true, 3));
        return new IdentityRules(rules, matching ? usual.matching() : Optional.empty(), 1);
    }

    private static SourceRecord someone(Random random, String key) {
        return person(
                key,
                FIRST[random.nextInt(FIRST.length)],
                LAST[random.nextInt(LAST.length)],
                random.nextInt(3) == 0 ? null : "197" + random.nextInt(5) + "-0" + (1 + random.nextInt(3)) + "-17",
                random.nextInt(6) + " Mill Lane",
                "LS" + random.nextInt(4) + " 4AB",
                "Leeds",
                email(random));
    }

    private static String email(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "desk" + random.nextInt(2) + "@x.org";
            case 1, 2 -> "e" + random.nextInt(30) + "@x.org";
            default -> null;
        };
    }

    private static SourceRecord sale(Random random, String key) {
        String email = email(random);
        Map<String, Object> fields = Map.of("id", key, "time", "2026-01-02T10:00:00Z", "total", random.nextInt(100));
        return email == null
                ? new SourceRecord(key, fields, false)
                : new SourceRecord(
                        key, Map.of("id", key, "time", "2026-01-03T10:00:00Z", "total", 5, "email", email), false);
    }

    /** New, changed and deleted records of three streams. */
    static List<Page> pages(Random random, boolean changes) {
        List<Page> pages = new ArrayList<>();
        int next = 0;
        for (int page = 0; page < 14; page++) {
            Mapping mapping = List.of(CONTACTS, CUSTOMERS, CONTACTS, SALES).get(random.nextInt(4));
            List<SourceRecord> records = new ArrayList<>();
            for (int i = random.nextInt(16); i >= 0; i--) {
                boolean known = changes && next > 0 && random.nextInt(4) == 0;
                String key = "" + (known ? random.nextInt(next) : next++);
                records.add(
                        known && random.nextInt(3) == 0
                                ? new SourceRecord(key, Map.of(), true)
                                : mapping == SALES ? sale(random, key) : someone(random, key));
            }
            pages.add(new Page(mapping, records));
        }
        return pages;
    }

    private static void same(MatchingHome loaded, MatchingHome paged) {
        assertThat(different(loaded.portraits(), paged.portraits())).isEmpty();
        assertThat(loaded.matchTables()).isEqualTo(paged.matchTables());
        assertThat(loaded.number("SELECT count(*) FROM overloaded_value"))
                .isEqualTo(paged.number("SELECT count(*) FROM overloaded_value"));
        assertThat(loaded.number("SELECT EXISTS (SELECT 1 FROM landed) OR EXISTS (SELECT 1 FROM stale_profile)"))
                .isZero();
    }

    /** The first few that differ: all of them would fill pages. */
    private static List<String> different(Map<Set<String>, String> loaded, Map<Set<String>, String> paged) {
        Set<Set<String>> all = new LinkedHashSet<>(loaded.keySet());
        all.addAll(paged.keySet());
        return all.stream()
                .filter(each -> !Objects.equals(loaded.get(each), paged.get(each)))
                .limit(3)
                .map(each -> each + "\nloaded " + loaded.get(each) + "\npaged  " + paged.get(each))
                .toList();
    }

    static void page(MatchingHome home, Page page) {
        home.ingest.page(page.mapping(), page.records(), null, MergeGuard.none(), 1);
    }

    static void land(MatchingHome home, Page page) {
        home.ingest.land(page.mapping(), page.records(), null, MergeGuard.none(), 1);
    }

    interface Trial {
        void run(Path folder) throws IOException;
    }

    static void in(Trial trial) throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create("serai-load")) {
            trial.run(folder.path());
        }
    }

    @Property(tries = 20)
    void a_first_load_comes_to_what_pages_come_to(@ForAll long seed, @ForAll boolean matching) throws IOException {
        in(folder -> {
            List<Page> pages = pages(new Random(seed), false);
            try (MatchingHome loaded = MatchingHome.ofOneMoment(folder.resolve("loaded.db"), rules(matching));
                    MatchingHome paged = MatchingHome.ofOneMoment(folder.resolve("paged.db"), rules(matching))) {
                for (Page page : pages) {
                    land(loaded, page);
                    page(paged, page);
                }
                loaded.ingest.settle(MergeGuard.none());
                same(loaded, paged);
            }
        });
    }

    @Property(tries = 30)
    void loads_among_pages_that_change_and_delete_come_to_the_same(@ForAll long seed, @ForAll boolean matching)
            throws IOException {
        in(folder -> {
            Random random = new Random(seed);
            List<Page> pages = pages(random, true);
            try (MatchingHome loaded = MatchingHome.ofOneMoment(folder.resolve("loaded.db"), rules(matching));
                    MatchingHome paged = MatchingHome.ofOneMoment(folder.resolve("paged.db"), rules(matching))) {
                for (Page page : pages) {
                    if (random.nextInt(4) == 0) {
                        page(loaded, page);
                    } else {
                        land(loaded, page);
                    }
                    if (random.nextInt(4) == 0) {
                        loaded.ingest.settle(MergeGuard.none());
                    }
                    page(paged, page);
                }
                loaded.ingest.settle(MergeGuard.none());
                same(loaded, paged);
            }
        });
    }

    @Property(tries = 20)
    void pages_of_a_first_load_that_are_undone_leave_no_trace(@ForAll long seed, @ForAll boolean matching)
            throws IOException {
        in(folder -> {
            Random random = new Random(seed);
            List<Page> pages = pages(random, false);
            try (MatchingHome loaded = MatchingHome.ofOneMoment(folder.resolve("loaded.db"), rules(matching));
                    MatchingHome paged = MatchingHome.ofOneMoment(folder.resolve("paged.db"), rules(matching))) {
                for (Page page : pages) {
                    if (random.nextInt(4) == 0) {
                        landAndUndo(loaded, page);
                    }
                    land(loaded, page);
                    page(paged, page);
                }
                loaded.ingest.settle(MergeGuard.none());
                same(loaded, paged);
            }
        });
    }

    private static void landAndUndo(MatchingHome home, Page page) {
        assertThatThrownBy(() -> home.database.write(connection -> {
                    land(home, page);
                    throw new IllegalStateException("No.");
                }))
                .hasMessage("No.");
    }

    @Property(tries = 10)
    void what_a_dead_process_left_is_done_by_the_next(@ForAll long seed, @ForAll boolean matching) throws IOException {
        in(folder -> {
            Random random = new Random(seed);
            List<Page> pages = pages(random, true);
            Path file = folder.resolve("loaded.db");
            for (Page page : pages) {
                try (MatchingHome loaded = MatchingHome.ofOneMoment(file, rules(matching))) {
                    land(loaded, page);
                }
            }
            try (MatchingHome loaded = MatchingHome.ofOneMoment(file, rules(matching));
                    MatchingHome paged = MatchingHome.ofOneMoment(folder.resolve("paged.db"), rules(matching))) {
                pages.forEach(page -> page(paged, page));
                same(loaded, paged);
            }
        });
    }
}
