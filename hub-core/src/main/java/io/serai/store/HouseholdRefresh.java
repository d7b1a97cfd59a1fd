package io.serai.store;

import io.serai.identity.IdentityRules;
import io.serai.profile.HouseholdNumbers;
import io.serai.profile.Households;
import io.serai.profile.Residence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keeps households right where people came, went or changed: only the addresses at which touched people live or lived are looked
 * at, in a few statements for all of them.
 */
final class HouseholdRefresh {

    private static final String LAST = "households";

    private final Connection connection;
    private final Residents residents;
    private final Map<Long, Map<String, Object>> touched = new TreeMap<>();

    HouseholdRefresh(Connection connection, IdentityRules rules) {
        this.connection = connection;
        this.residents = new Residents(connection, rules);
    }

    /** Whether one of some traits tells where and with whom people live. */
    boolean read(Set<String> traits) {
        return residents.read(traits);
    }

    /** Takes note of a person whose records changed, with the surviving traits; none for one who is not there any more. */
    void note(long profile, Map<String, Object> traits) {
        touched.put(profile, traits);
    }

    /**
     * Brings the households of those noted, and of whoever lives or lived with them, up to date.
     *
     * @param stamped whose version is new already
     */
    void apply(Set<Long> stamped) throws SQLException {
        HouseholdMoves moves = new HouseholdMoves(connection, touched.keySet());
        touched.forEach((profile, traits) ->
                residents.address(traits).ifPresent(address -> moves.livesAt(profile, Residence.block(address))));
        if (moves.nobodyHasAnAddress()) {
            return;
        }
        Map<Long, Long> numbers = new HashMap<>();
        Map<Long, List<Long>> blocks = moves.apply(numbers);
        List<Long> together = new ArrayList<>();
        List<List<Long>> households = new ArrayList<>();
        blocks.forEach((block, people) -> {
            if (people.size() == 1 || people.size() > Households.MOST || moves.isCrowded(block)) {
                people.forEach(person -> households.add(List.of(person)));
            } else {
                together.addAll(people);
            }
        });
        households.addAll(Households.of(residents.read(together, touched)));
        List<Long> changed = save(households, numbers, moves);
        changed.addAll(moves.left());
        stamp(changed, stamped);
    }

    private List<Long> save(List<List<Long>> households, Map<Long, Long> before, HouseholdMoves moves)
            throws SQLException {
        long last = Meta.number(connection, LAST);
        long[] next = {last};
        long[] numbers = HouseholdNumbers.give(households, before, () -> ++next[0]);
        List<Long> changed = new ArrayList<>();
        try (Batch give =
                new Batch(connection, "UPDATE household SET household_id = ?, size = ? WHERE profile_id = ?")) {
            for (int i = 0; i < numbers.length; i++) {
                List<Long> people = households.get(i);
                for (long person : people) {
                    if (before.get(person) != numbers[i] || moves.size(person) != people.size()) {
                        give.add(numbers[i], (long) people.size(), person);
                        changed.add(person);
                    }
                }
            }
            give.flush();
        }
        if (next[0] != last) {
            Meta.set(connection, LAST, String.valueOf(next[0]));
        }
        return changed;
    }

    private void stamp(List<Long> changed, Set<Long> stamped) throws SQLException {
        long version = 0;
        try (Batch touch = new Batch(connection, "UPDATE profile SET version = ? WHERE id = ?")) {
            for (long person : changed) {
                if (!stamped.contains(person)) {
                    version = version == 0 ? StoreVersion.next(connection) : version;
                    touch.add(version, person);
                }
            }
            touch.flush();
        }
    }
}
