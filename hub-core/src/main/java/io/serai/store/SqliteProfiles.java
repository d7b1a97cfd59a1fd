package io.serai.store;

import io.serai.profile.ProfileId;
import io.serai.profile.ProfileRow;
import io.serai.profile.Profiles;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** People, read page by page. */
public final class SqliteProfiles implements Profiles {

    private static final String LIVE = " live = 1 AND merged_into IS NULL ";

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
        return database.read(connection -> {
            TreeMap<Long, Long> created = new TreeMap<>();
            Sql.each(
                    connection,
                    row -> created.put(row.getLong(1), row.getLong(2)),
                    "SELECT id, created FROM profile WHERE id > ? AND" + LIVE + "ORDER BY id LIMIT ?",
                    afterId,
                    limit);
            return created.isEmpty()
                    ? List.of()
                    : rows(created, new TraitTable(connection).between(created.firstKey(), created.lastKey()));
        });
    }

    @Override
    public List<ProfileRow> byId(Collection<Long> ids) {
        return database.read(connection -> {
            TreeMap<Long, Long> created = new TreeMap<>();
            Sql.each(
                    connection,
                    row -> created.put(row.getLong(1), row.getLong(2)),
                    "SELECT p.id, p.created FROM json_each(?) j CROSS JOIN profile p ON p.id = j.value WHERE" + LIVE,
                    Sql.json(ids));
            return rows(created, new TraitTable(connection).load(created.keySet()));
        });
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

    private static List<ProfileRow> rows(TreeMap<Long, Long> created, Map<Long, Map<String, Object>> traits) {
        return created.entrySet().stream()
                .map(profile -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("profile_id", ProfileId.text(profile.getKey()));
                    fields.put(
                            "created_at",
                            Instant.ofEpochMilli(profile.getValue()).toString());
                    new TreeMap<>(traits.getOrDefault(profile.getKey(), Map.of()))
                            .forEach((name, value) -> fields.put(name, value));
                    return new ProfileRow(profile.getKey(), fields);
                })
                .toList();
    }
}
