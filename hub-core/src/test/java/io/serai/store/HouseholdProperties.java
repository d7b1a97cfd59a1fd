package io.serai.store;

import static io.serai.store.HouseholdHome.customer;
import static io.serai.store.HouseholdHome.gone;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.TemporaryFolder;
import io.serai.record.SourceRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Households depend on what is known of people now, not on the way it came to be known. */
class HouseholdProperties {

    private static final List<String> NAMES = List.of("Smith", "Jones", "Smith-Jones", "Brown", "");
    private static final List<String> STREETS = List.of("12 High Street", "12 High St", "9 Low Lane", "");

    @Property(tries = 20, seed = "7")
    void any_moves_in_any_batches_give_the_households_of_a_full_run(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int batch, @ForAll boolean merging)
            throws IOException {
        Random random = new Random(seed);
        try (TemporaryFolder folder = TemporaryFolder.create("households");
                HouseholdHome home = new HouseholdHome(folder.path().resolve("a.db"));
                HouseholdHome other = new HouseholdHome(folder.path().resolve("b.db"))) {
            Map<String, SourceRecord> last = new TreeMap<>();
            for (int step = 0; step < 30; step++) {
                List<SourceRecord> page = new ArrayList<>();
                for (int i = 0; i < batch; i++) {
                    SourceRecord record = random(random, merging);
                    page.add(record);
                    last.put(record.key(), record);
                }
                home.keep(page.toArray(SourceRecord[]::new));
                decide(home, random);
            }
            Set<Set<String>> found = home.partition();
            assertThat(home.sizes().values())
                    .allSatisfy(sizes -> assertThat(sizes).hasSize(1));
            if (!merging) {
                List<SourceRecord> everything = new ArrayList<>(last.values());
                Collections.shuffle(everything, random);
                other.keep(everything.toArray(SourceRecord[]::new));
                assertThat(found).as("in another order, all at once").isEqualTo(other.partition());
            }
            home.findHouseholdsAnew();
            assertThat(found).as("of the same people, all at once").isEqualTo(home.partition());
        }
    }

    /** Now and then somebody joins two people, or takes a record out of one; records that nothing joins are never decided on. */
    private static void decide(HouseholdHome home, Random random) {
        List<Long> several = home.peopleOfSeveralRecords();
        if (!several.isEmpty() && random.nextInt(3) == 0) {
            long person = several.get(random.nextInt(several.size()));
            home.desk.split(person, home.records(person).get(0));
        }
    }

    /** A hundred customers at two houses, so that one is now and then fuller than a family's; some share a phone or an e-mail. */
    private static SourceRecord random(Random random, boolean merging) {
        String id = String.valueOf(random.nextInt(110));
        if (random.nextInt(6) == 0) {
            return gone(id);
        }
        return customer(
                id,
                merging && random.nextInt(3) == 0 ? "p" + random.nextInt(40) + "@x.test" : "",
                random.nextInt(3) == 0 ? "+4479460000" + (10 + random.nextInt(40)) : "",
                NAMES.get(random.nextInt(NAMES.size())),
                STREETS.get(random.nextInt(STREETS.size())),
                random.nextInt(5) == 0 ? "" : "YO1 7HH",
                random.nextInt(2) == 0 ? "York" : "");
    }
}
