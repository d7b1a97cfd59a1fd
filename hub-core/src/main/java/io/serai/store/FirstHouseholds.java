package io.serai.store;

import io.serai.identity.IdentityRules;
import io.serai.profile.Households;
import io.serai.profile.Residence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The households of everybody in a store that has none yet. */
final class FirstHouseholds {

    /** People that are compared at a time. */
    private static final int PART = 5000;

    private static final String LAST = "households";

    private final Connection connection;
    private final Residents residents;
    private final long[] blocks;
    private final boolean[] housed;
    /** By person the lowest of the household. */
    private final int[] firstOf;

    private final int[] sizes;

    /** @param profiles numbered from 1 */
    FirstHouseholds(Connection connection, IdentityRules rules, int profiles) {
        this.connection = connection;
        residents = new Residents(connection, rules);
        blocks = new long[profiles + 1];
        housed = new boolean[profiles + 1];
        firstOf = new int[profiles + 1];
        sizes = new int[profiles + 1];
    }

    /** Takes note of a person's surviving traits. */
    void note(int profile, Map<String, Object> traits) {
        residents.address(traits).ifPresent(address -> {
            housed[profile] = true;
            blocks[profile] = Residence.block(address);
            firstOf[profile] = profile;
            sizes[profile] = 1;
        });
    }

    /** Finds and writes them; everybody's traits must be written. */
    void save() throws SQLException {
        compare();
        IndexLast.after(connection, "household_block", this::write);
    }

    private void write() throws SQLException {
        long next = Sql.first(connection, row -> row.getLong(1), "SELECT value FROM meta WHERE key = ?", LAST)
                .orElse(0L);
        long[] numbers = new long[blocks.length];
        WideInsert rows = new WideInsert(connection, "household (profile_id, block, household_id, size)", 4);
        for (int profile = 1; profile < blocks.length; profile++) {
            if (housed[profile]) {
                if (firstOf[profile] == profile) {
                    numbers[profile] = ++next;
                }
                rows.add(profile, blocks[profile], numbers[firstOf[profile]], sizes[profile]);
            }
        }
        rows.flush();
        Sql.update(
                connection,
                "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
                LAST,
                next);
    }

    private void compare() throws SQLException {
        List<Long> part = new ArrayList<>();
        for (List<Long> people : atOneAddress()) {
            part.addAll(people);
            if (part.size() >= PART) {
                compare(part);
                part.clear();
            }
        }
        compare(part);
    }

    /** People of addresses where more than one lives, and not more than a family has. */
    private List<List<Long>> atOneAddress() {
        Map<Long, Integer> counts = new HashMap<>();
        for (int profile = 1; profile < blocks.length; profile++) {
            if (housed[profile]) {
                counts.merge(blocks[profile], 1, Integer::sum);
            }
        }
        counts.values().removeIf(count -> count == 1 || count > Households.MOST);
        Map<Long, List<Long>> together = new TreeMap<>();
        for (int profile = 1; profile < blocks.length; profile++) {
            if (housed[profile] && counts.containsKey(blocks[profile])) {
                together.computeIfAbsent(blocks[profile], block -> new ArrayList<>(4))
                        .add((long) profile);
            }
        }
        return List.copyOf(together.values());
    }

    private void compare(List<Long> people) throws SQLException {
        for (List<Long> household : Households.of(residents.read(people, Map.of()))) {
            for (long person : household) {
                firstOf[(int) person] = household.get(0).intValue();
                sizes[(int) person] = household.size();
            }
        }
    }
}
