package io.serai.store;

import io.serai.profile.Amount;
import io.serai.profile.Households;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The traits of people, one row each. Values are {@code String}, {@code Long} or {@code Double}. Those of households are read
 * with the others, and kept in a table of their own: a newcomer at an address changes no rows of traits.
 */
final class TraitTable {

    private final Connection connection;
    private final Names names;

    TraitTable(Connection connection) throws SQLException {
        this.connection = connection;
        names = Names.of(connection, "trait_name");
    }

    /** The traits of some profiles by name, households among them; those without any are absent. */
    Map<Long, Map<String, Object>> load(Collection<Long> profiles) throws SQLException {
        return loaded("""
                SELECT p.value, t.traits, h.household_id, h.size FROM json_each(?) p
                LEFT JOIN profile_trait t ON t.profile_id = p.value
                LEFT JOIN household h ON h.profile_id = p.value""", Sql.json(profiles));
    }

    /** The same of all profiles between two numbers, both inclusive. */
    Map<Long, Map<String, Object>> between(long first, long last) throws SQLException {
        return loaded("""
                SELECT t.profile_id, t.traits, h.household_id, h.size FROM profile_trait t
                LEFT JOIN household h ON h.profile_id = t.profile_id WHERE t.profile_id BETWEEN ? AND ?""", first, last);
    }

    private Map<Long, Map<String, Object>> loaded(String sql, Object... parameters) throws SQLException {
        Map<Long, Map<String, Object>> loaded = new HashMap<>();
        Sql.each(
                connection,
                row -> {
                    String text = row.getString(2);
                    Map<String, Object> traits = text == null ? new HashMap<>() : TraitText.read(text, names);
                    if (row.getLong(3) > 0) {
                        traits.put(Households.ID, Households.text(row.getLong(3)));
                        traits.put(Households.SIZE, row.getLong(4));
                    }
                    if (!traits.isEmpty()) {
                        loaded.put(row.getLong(1), traits);
                    }
                },
                sql,
                parameters);
        return loaded;
    }

    private Map<Long, Map<String, Object>> stored(Collection<Long> profiles) throws SQLException {
        Map<Long, Map<String, Object>> stored = new HashMap<>(2 * profiles.size());
        Sql.each(
                connection,
                row -> stored.put(row.getLong(1), TraitText.read(row.getString(2), names)),
                "SELECT t.profile_id, t.traits FROM json_each(?) p CROSS JOIN profile_trait t ON t.profile_id = p.value",
                Sql.json(profiles));
        return stored;
    }

    /** The texts of some profiles in their order, null for those without traits. */
    String[] texts(ProfileSet people) throws SQLException {
        String[] texts = new String[people.size()];
        Sql.each(
                connection,
                found -> {
                    int row = people.row(found.getLong(1));
                    if (row >= 0) {
                        texts[row] = found.getString(2);
                    }
                },
                "SELECT profile_id, traits FROM profile_trait WHERE " + people.condition("profile_id"),
                people.after());
        return texts;
    }

    /**
     * Makes the traits of some profiles what is wanted, but those of households.
     *
     * @param wanted by profile, complete for every name that {@code owned} accepts
     * @param owned the names that the caller speaks for; others stay as they are
     * @return the names of the traits that changed, by profile; absent where none did
     */
    Map<Long, Set<String>> replace(Map<Long, Map<String, Object>> wanted, Predicate<String> owned) throws SQLException {
        Map<Long, Map<String, Object>> there = stored(wanted.keySet());
        Map<Long, Set<String>> changed = new HashMap<>();
        try (Batch put = new Batch(
                        connection,
                        "INSERT INTO profile_trait (profile_id, traits) VALUES (?, ?)"
                                + " ON CONFLICT DO UPDATE SET traits = excluded.traits");
                Batch drop = new Batch(connection, "DELETE FROM profile_trait WHERE profile_id = ?")) {
            for (var entry : wanted.entrySet()) {
                Map<String, Object> traits = there.getOrDefault(entry.getKey(), new HashMap<>());
                Set<String> differing = apply(entry.getValue(), traits, owned);
                if (differing.isEmpty()) {
                    continue;
                }
                changed.put(entry.getKey(), differing);
                if (traits.isEmpty()) {
                    drop.add(entry.getKey());
                } else {
                    put.add(entry.getKey(), TraitText.write(traits, names));
                }
            }
            put.flush();
            drop.flush();
        }
        return changed;
    }

    /** Answers what differed. A number of the same amount stays as it is. */
    private static Set<String> apply(Map<String, Object> wanted, Map<String, Object> traits, Predicate<String> owned) {
        Set<String> changed = new HashSet<>();
        for (String name : traits.keySet()) {
            if (!wanted.containsKey(name) && owned.test(name)) {
                changed.add(name);
            }
        }
        traits.keySet().removeAll(changed);
        for (var trait : wanted.entrySet()) {
            if (!same(traits.get(trait.getKey()), trait.getValue())) {
                traits.put(trait.getKey(), trait.getValue());
                changed.add(trait.getKey());
            }
        }
        return changed;
    }

    /** Whether two values are the same text, or numbers of the same amount. */
    static boolean same(Object before, Object after) {
        if (before instanceof Number left && after instanceof Number right && !left.equals(right)) {
            var amount = Amount.of(left);
            var other = Amount.of(right);
            return amount != null && other != null && amount.compareTo(other) == 0;
        }
        return Objects.equals(before, after);
    }
}
