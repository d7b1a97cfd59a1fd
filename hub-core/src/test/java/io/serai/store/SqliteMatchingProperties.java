package io.serai.store;

import static io.serai.store.MatchingHome.CONTACTS;
import static io.serai.store.MatchingHome.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.TemporaryFolder;
import io.serai.record.SourceRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The built-in model on a real store, whatever the order and the pages in which people come. */
class SqliteMatchingProperties {

    private static final String[] FIRST = {"Ann", "Anne", "Bob", "Robert", "Zoe", "Kofi", "José"};
    private static final String[] LAST = {"Smith", "Smyth", "Kaya", "Zebrowski", "van Dyk"};

    private static SourceRecord someone(Random random, String key) {
        return person(
                key,
                FIRST[random.nextInt(FIRST.length)],
                LAST[random.nextInt(LAST.length)],
                random.nextInt(3) == 0 ? null : "197" + random.nextInt(5) + "-0" + (1 + random.nextInt(3)) + "-17",
                random.nextInt(6) + " Mill Lane",
                "LS" + random.nextInt(4) + " 4AB",
                "Leeds",
                switch (random.nextInt(4)) {
                    case 0 -> "desk@x.org";
                    case 1 -> "e" + random.nextInt(20) + "@x.org";
                    default -> null;
                });
    }

    private static void inPages(MatchingHome home, List<SourceRecord> records, Random random, int most) {
        for (int from = 0; from < records.size(); ) {
            int to = Math.min(records.size(), from + 1 + random.nextInt(most));
            home.ingest.page(CONTACTS, records.subList(from, to));
            from = to;
        }
    }

    @Property(tries = 6)
    void any_order_in_any_batches_gives_the_same_people(@ForAll long seed) throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create("serai-matching")) {
            Random random = new Random(seed);
            Map<String, SourceRecord> last = new LinkedHashMap<>();
            Set<Set<String>> people;
            try (MatchingHome home = new MatchingHome(folder.path().resolve("lived.db"))) {
                List<SourceRecord> all = new ArrayList<>();
                for (int i = 0; i < 120; i++) {
                    String key = "" + random.nextInt(70);
                    boolean gone = random.nextInt(5) == 0;
                    SourceRecord record = gone ? new SourceRecord(key, Map.of(), true) : someone(random, key);
                    all.add(record);
                    last.remove(key);
                    if (!gone) {
                        last.put(key, record);
                    }
                }
                inPages(home, all, random, 9);
                people = home.partition();
            }
            for (int most : new int[] {1, 12, 1000}) {
                try (MatchingHome home = new MatchingHome(folder.path().resolve("again" + most + ".db"))) {
                    List<SourceRecord> shuffled = new ArrayList<>(last.values());
                    Collections.shuffle(shuffled, random);
                    inPages(home, shuffled, random, most);
                    assertThat(home.partition()).as("pages of %s", most).isEqualTo(people);
                }
            }
        }
    }
}
