package io.serai.store;

import io.serai.profile.TraitDefinition;
import io.serai.profile.TraitRefresh;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everybody's computed traits made by the engine alone, where they are added up of entries of one name: nobody's text of traits is
 * read, made or written here.
 */
final class EngineRefresh {

    /** So many numbers of people at once. */
    private static final int BLOCK = 32_768;

    private final Connection connection;
    private final List<TraitDefinition> definitions;
    private final Instant now;
    private final TraitBlocks exactly;
    private final ChangedPeople people;
    private final List<Long> numbers = new ArrayList<>();
    private final List<Long> stored = new ArrayList<>();
    private long version;
    private long differed;

    /**
     * @param definitions of which {@link #can} holds
     * @param traits all names that are computed, or were: what is not computed any more is removed
     * @param exactly for those whom the engine cannot compute exactly
     * @param people gets those with a different value
     */
    EngineRefresh(
            Connection connection,
            List<TraitDefinition> definitions,
            Set<String> traits,
            Instant now,
            TraitBlocks exactly,
            ChangedPeople people)
            throws SQLException {
        this.connection = connection;
        this.definitions = definitions;
        this.now = now;
        this.exactly = exactly;
        this.people = people;
        Names names = Names.of(connection, "trait_name");
        for (String trait : traits) {
            if (names.known(trait) > 0) {
                stored.add(names.known(trait));
            }
        }
        for (TraitDefinition definition : definitions) {
            numbers.add(names.id(definition.name()));
        }
    }

    /** Whether the engine can do it without anybody's entries or text. */
    static boolean can(List<TraitDefinition> definitions) {
        return definitions.stream().allMatch(AddedUp::is)
                && definitions.stream().map(TraitDefinition::event).distinct().count() <= 1;
    }

    TraitRefresh.Outcome everybody() throws SQLException {
        Sql.update(connection, "CREATE TEMP TABLE IF NOT EXISTS fresh (profile_id INTEGER PRIMARY KEY, traits TEXT)");
        Sql.update(connection, "DELETE FROM temp.fresh");
        long last = Sql.number(connection, "SELECT coalesce(max(id), 0) FROM profile");
        for (long first = 1; first <= last; first += BLOCK) {
            block(first, first + BLOCK - 1);
        }
        long looked = Sql.number(connection, "SELECT count(*) FROM profile WHERE live = 1 AND merged_into IS NULL");
        return new TraitRefresh.Outcome(looked, differed + exactly.outcome().changed());
    }

    private void block(long first, long last) throws SQLException {
        if (!definitions.isEmpty()) {
            Sql.update(
                    connection,
                    "INSERT INTO temp.fresh " + new PatchedText(definitions, numbers, stored).ofThoseWithEntries(now),
                    definitions.get(0).event(),
                    first,
                    last);
        }
        if (!stored.isEmpty()) {
            Sql.update(connection, removals(), first, last);
        }
        write();
        long[] others = ProfileSet.ids(connection, "SELECT profile_id FROM temp.fresh WHERE traits IS NULL");
        Sql.update(connection, "DELETE FROM temp.fresh");
        if (others.length > 0) {
            exactly.refresh(new ProfileSet(others));
        }
    }

    /** Everybody without entries who has such traits from before. */
    private String removals() {
        String has = stored.stream()
                .map(one -> "instr(t.traits, " + PatchedText.key(one) + ")")
                .collect(Collectors.joining(" + "));
        String paths = stored.stream().map(one -> ", '$.\"" + one + "\"'").collect(Collectors.joining());
        return "INSERT INTO temp.fresh SELECT t.profile_id, json_remove(t.traits" + paths + ") FROM profile_trait t"
                + " WHERE t.profile_id BETWEEN ? AND ? AND " + has + " > 0"
                + " AND t.profile_id NOT IN (SELECT profile_id FROM temp.fresh)"
                + " AND (SELECT live = 1 AND merged_into IS NULL FROM profile WHERE id = t.profile_id)";
    }

    private void write() throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO profile_trait SELECT profile_id, traits FROM temp.fresh WHERE traits NOT IN ('', '{}')"
                        + " ON CONFLICT DO UPDATE SET traits = excluded.traits");
        Sql.update(
                connection,
                "DELETE FROM profile_trait WHERE profile_id IN (SELECT profile_id FROM temp.fresh WHERE traits = '{}')");
        long[] changed = ProfileSet.ids(connection, "SELECT profile_id FROM temp.fresh WHERE traits <> ''");
        if (changed.length > 0) {
            version = version == 0 ? StoreVersion.next(connection) : version;
            Sql.update(
                    connection,
                    "UPDATE profile SET version = ? WHERE id IN (SELECT profile_id FROM temp.fresh WHERE traits <> '')",
                    version);
        }
        for (long person : changed) {
            people.add(person);
        }
        differed += changed.length;
    }
}
