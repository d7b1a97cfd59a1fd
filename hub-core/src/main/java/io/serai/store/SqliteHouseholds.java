package io.serai.store;

import io.serai.identity.IdentityRules;
import io.serai.profile.Households;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The households of everybody: for a store that was filled before there were any, or by other rules. */
public final class SqliteHouseholds {

    private static final int BLOCK = 4096;
    private static final String RULES = "household_rules";

    private final SqliteDatabase database;
    private final IdentityRules rules;

    public SqliteHouseholds(SqliteDatabase database, IdentityRules rules) {
        this.database = database;
        this.rules = rules;
    }

    /**
     * Finds all households again when those of the store were found by other rules than today's. To be called when a store is
     * opened for writing.
     *
     * @return how many people were looked at
     */
    public long refreshIfRulesChanged() {
        return database.write(connection -> {
            Optional<String> known = Meta.of(connection, RULES);
            if (known.equals(Optional.of(meaning()))) {
                return 0L;
            }
            long looked = everybody(connection);
            Meta.set(connection, RULES, meaning());
            return looked;
        });
    }

    /** Which traits and identifiers are read decides, too. */
    private String meaning() {
        return Households.VERSION + " " + Residents.contacts(rules) + " "
                + Residents.residence(rules).traits();
    }

    private long everybody(Connection connection) throws SQLException {
        long looked = 0;
        long[] people = people(connection, 0);
        while (people.length > 0) {
            Map<Long, Map<String, Object>> traits =
                    new TraitTable(connection).between(people[0], people[people.length - 1]);
            HouseholdRefresh refresh = new HouseholdRefresh(connection, rules);
            for (long person : people) {
                refresh.note(person, traits.getOrDefault(person, Map.of()));
            }
            refresh.apply(Set.of());
            looked += people.length;
            people = people(connection, people[people.length - 1]);
        }
        return looked;
    }

    private static long[] people(Connection connection, long after) throws SQLException {
        return ProfileSet.ids(
                connection,
                "SELECT id FROM profile WHERE id > ? AND live = 1 AND merged_into IS NULL ORDER BY id LIMIT ?",
                after,
                BLOCK);
    }
}
