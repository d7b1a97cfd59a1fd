package io.serai.store;

import io.serai.profile.ProfileRow;
import io.serai.profile.Profiles;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** People, read page by page. */
public final class SqliteProfiles implements Profiles {

    private static final String LIVE = " live = 1 AND merged_into IS NULL ";
    private static final String AND_LIVE = " AND" + LIVE + "ORDER BY p.id";

    private final SqliteDatabase database;

    public SqliteProfiles(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public long count() {
        return database.read(connection -> Sql.number(connection, "SELECT count(*) FROM profile WHERE" + LIVE));
    }

    @Override
    public List<ProfileRow> after(long afterId, int limit) {
        return database.read(connection ->
                new PeopleRows(connection).where("p.id > ? AND" + LIVE + "ORDER BY p.id LIMIT ?", afterId, limit));
    }

    @Override
    public List<ProfileRow> byId(Collection<Long> ids) {
        ProfileSet set = ProfileSet.of(ids);
        return database.read(connection -> among(set, new PeopleRows(connection)));
    }

    @Override
    public List<ProfileRow> byId(Collection<Long> ids, Set<String> names) {
        ProfileSet set = ProfileSet.of(ids);
        return database.read(connection -> among(set, new PeopleRows(connection).only(names)));
    }

    private static List<ProfileRow> among(ProfileSet set, PeopleRows people) throws SQLException {
        return among(set, people.where(set.condition("p.id") + AND_LIVE, set.after()));
    }

    @Override
    public List<ProfileRow> byId(Collection<Long> ids, String trait) {
        ProfileSet set = ProfileSet.of(ids);
        return database.read(connection -> {
            long wanted =
                    trait == null ? -1 : Names.of(connection, "trait_name").known(trait);
            String traits = wanted < 0
                    ? "SELECT p.id FROM profile p WHERE "
                    : "SELECT p.id, t.traits FROM profile p LEFT JOIN profile_trait t ON t.profile_id = p.id WHERE ";
            return among(
                    set,
                    Sql.list(
                            connection,
                            row -> {
                                String text = wanted < 0 ? null : row.getString(2);
                                Object value = text == null ? null : TraitText.value(text, wanted);
                                return new ProfileRow(row.getLong(1), value == null ? Map.of() : Map.of(trait, value));
                            },
                            traits + set.condition("p.id") + AND_LIVE,
                            set.after()));
        });
    }

    /** A range holds others, too. */
    private static List<ProfileRow> among(ProfileSet set, List<ProfileRow> found) {
        return found.size() <= set.size() && found.stream().allMatch(row -> set.row(row.id()) >= 0)
                ? found
                : found.stream().filter(row -> set.row(row.id()) >= 0).toList();
    }

    @Override
    public Map<Long, Double> certainties(Collection<Long> ids) {
        return database.read(connection -> {
            Map<Long, Double> certainties = new HashMap<>();
            Sql.each(
                    connection,
                    row -> certainties.put(row.getLong(1), row.getDouble(2)),
                    "SELECT p.id, p.certainty FROM json_each(?) j CROSS JOIN profile p ON p.id = j.value WHERE" + LIVE,
                    Sql.json(ids));
            return certainties;
        });
    }

    @Override
    public OptionalLong current(long id) {
        return database.read(connection -> {
            List<Long> found = Sql.list(connection, row -> row.getLong(1), """
                    WITH RECURSIVE chain (id, into_id) AS (
                      SELECT id, merged_into FROM profile WHERE id = ?
                      UNION ALL SELECT p.id, p.merged_into FROM chain c JOIN profile p ON p.id = c.into_id)
                    SELECT id FROM chain WHERE into_id IS NULL""", id);
            return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of(found.get(0));
        });
    }

    @Override
    public long version() {
        return database.read(StoreVersion::current);
    }

    @Override
    public BitSet touchedAfter(long version) {
        BitSet touched = new BitSet();
        database.read(connection -> {
            Sql.each(
                    connection, row -> touched.set(row.getInt(1)), "SELECT id FROM profile WHERE version > ?", version);
            return null;
        });
        return touched;
    }

    @Override
    public Optional<Set<Long>> touchedAfter(long version, int most) {
        List<Long> touched = database.read(connection -> Sql.list(
                connection,
                row -> row.getLong(1),
                "SELECT id FROM profile WHERE version > ? LIMIT ?",
                version,
                most + 1));
        return touched.size() > most ? Optional.empty() : Optional.of(Set.copyOf(touched));
    }

    @Override
    public List<Long> touched(long since, long until, long afterId, int limit) {
        return database.read(connection -> Sql.list(
                connection,
                row -> row.getLong(1),
                "SELECT id FROM profile WHERE version > ? AND version <= ? AND id > ? ORDER BY id LIMIT ?",
                since,
                until,
                afterId,
                limit));
    }
}
