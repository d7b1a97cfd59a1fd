package io.serai.store;

import io.serai.profile.Households;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes down where touched people live now, and tells who else lives at the addresses that they left or came to. */
final class HouseholdMoves {

    private record Row(long block, long household, long size) {}

    private final Connection connection;
    private final Map<Long, Row> before = new HashMap<>();
    private final Map<Long, Long> now = new TreeMap<>();
    private final Map<Long, Long> sizes = new HashMap<>();
    private final Set<Long> crowded = new HashSet<>();

    HouseholdMoves(Connection connection, Collection<Long> touched) throws SQLException {
        this.connection = connection;
        Sql.each(
                connection,
                row -> before.put(row.getLong(1), new Row(row.getLong(2), row.getLong(3), row.getLong(4))),
                """
                SELECT h.profile_id, h.block, h.household_id, h.size
                FROM json_each(?) j CROSS JOIN household h ON h.profile_id = j.value""",
                Sql.json(touched));
    }

    void livesAt(long profile, long block) {
        now.put(profile, block);
    }

    boolean nobodyHasAnAddress() {
        return before.isEmpty() && now.isEmpty();
    }

    /** Whether so many lived at an address before and live there now that nobody's household depends on another's. */
    boolean isCrowded(long block) {
        return crowded.contains(block);
    }

    /** Touched people who have no address any more. */
    Collection<Long> left() {
        return before.keySet().stream()
                .filter(profile -> !now.containsKey(profile))
                .toList();
    }

    /**
     * Keeps the addresses.
     *
     * @param numbers takes the household's number that each of the people had until now, 0 for none
     * @return the people of each address that anybody left or came to; of a crowded one, the touched people only
     */
    Map<Long, List<Long>> apply(Map<Long, Long> numbers) throws SQLException {
        keep();
        Map<Long, Integer> grown = new HashMap<>();
        Set<Long> blocks = new TreeSet<>(now.values());
        before.forEach((profile, row) -> {
            blocks.add(row.block());
            grown.merge(row.block(), -1, Integer::sum);
        });
        now.values().forEach(block -> grown.merge(block, 1, Integer::sum));
        findCrowded(blocks, grown);
        blocks.removeAll(crowded);
        Map<Long, List<Long>> people = new TreeMap<>();
        Sql.each(
                connection,
                row -> {
                    people.computeIfAbsent(row.getLong(2), any -> new ArrayList<>())
                            .add(row.getLong(1));
                    numbers.put(row.getLong(1), row.getLong(3));
                    sizes.put(row.getLong(1), row.getLong(4));
                },
                """
                SELECT h.profile_id, h.block, h.household_id, h.size
                FROM json_each(?) j CROSS JOIN household h ON h.block = j.value ORDER BY h.profile_id""",
                Sql.json(blocks));
        now.forEach((profile, block) -> {
            if (isCrowded(block)) {
                people.computeIfAbsent(block, any -> new ArrayList<>()).add(profile);
                Row row = before.getOrDefault(profile, new Row(block, 0, 0));
                numbers.put(profile, row.household());
                sizes.put(profile, row.size());
            }
        });
        return people;
    }

    /** How many lived in the household of one of the people of {@link #apply}; 0 for none. */
    long size(long profile) {
        return sizes.getOrDefault(profile, 0L);
    }

    private void keep() throws SQLException {
        try (Batch put = new Batch(
                        connection,
                        "INSERT INTO household (profile_id, block, household_id) VALUES (?, ?, 0)"
                                + " ON CONFLICT DO UPDATE SET block = excluded.block");
                Batch drop = new Batch(connection, "DELETE FROM household WHERE profile_id = ?")) {
            for (var one : now.entrySet()) {
                Row row = before.get(one.getKey());
                if (row == null || row.block() != one.getValue()) {
                    put.add(one.getKey(), one.getValue());
                }
            }
            for (long profile : left()) {
                drop.add(profile);
            }
            put.flush();
            drop.flush();
        }
    }

    private void findCrowded(Set<Long> blocks, Map<Long, Integer> grown) throws SQLException {
        Sql.each(
                connection,
                row -> {
                    long count = row.getLong(2);
                    long earlier = count - grown.getOrDefault(row.getLong(1), 0);
                    if (count > Households.MOST && earlier > Households.MOST) {
                        crowded.add(row.getLong(1));
                    }
                },
                """
                SELECT h.block, count(*) FROM json_each(?) j CROSS JOIN household h ON h.block = j.value
                GROUP BY h.block""",
                Sql.json(blocks));
    }
}
