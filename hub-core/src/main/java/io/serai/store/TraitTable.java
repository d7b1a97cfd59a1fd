package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Writes trait columns: only what differs from what is there. */
final class TraitTable {

    private TraitTable() {}

    /** The traits of some profiles by name, those without any absent. */
    static Map<Long, Map<String, Object>> load(Connection connection, Names names, Collection<Long> profiles)
            throws SQLException {
        Map<Long, Map<String, Object>> loaded = new HashMap<>();
        Sql.each(
                connection,
                row -> loaded.computeIfAbsent(row.getLong(1), id -> new HashMap<>())
                        .put(names.name(row.getLong(2)), row.getObject(3)),
                """
                SELECT p.value, n.id, t.value FROM json_each(?) p CROSS JOIN trait_name n
                CROSS JOIN trait t ON t.trait_id = n.id AND t.profile_id = p.value""",
                Sql.json(profiles));
        return loaded;
    }

    /**
     * Makes the traits of some profiles what is wanted.
     *
     * @param wanted by profile, complete for every name that {@code owned} accepts
     * @param owned the names that the caller speaks for; others stay as they are
     * @return the profiles of which something changed
     */
    static Set<Long> replace(
            Connection connection, Names names, Map<Long, Map<String, Object>> wanted, Predicate<String> owned)
            throws SQLException {
        Map<Long, Map<String, Object>> there = load(connection, names, wanted.keySet());
        Set<Long> changed = new HashSet<>();
        try (Batch put = new Batch(
                        connection,
                        "INSERT INTO trait (trait_id, profile_id, value) VALUES (?, ?, ?)"
                                + " ON CONFLICT DO UPDATE SET value = excluded.value");
                Batch drop = new Batch(connection, "DELETE FROM trait WHERE trait_id = ? AND profile_id = ?")) {
            for (var entry : wanted.entrySet()) {
                long profile = entry.getKey();
                Map<String, Object> before = there.getOrDefault(profile, Map.of());
                Map<String, Object> after = entry.getValue();
                for (var trait : after.entrySet()) {
                    if (!same(before.get(trait.getKey()), trait.getValue())) {
                        put.add(names.id(trait.getKey()), profile, trait.getValue());
                        changed.add(profile);
                    }
                }
                for (String name : before.keySet()) {
                    if (owned.test(name) && !after.containsKey(name)) {
                        drop.add(names.id(name), profile);
                        changed.add(profile);
                    }
                }
            }
            put.flush();
            drop.flush();
        }
        return changed;
    }

    static boolean same(Object before, Object after) {
        if (before instanceof Number left && after instanceof Number right) {
            return left.doubleValue() == right.doubleValue();
        }
        return Objects.equals(before, after);
    }
}
