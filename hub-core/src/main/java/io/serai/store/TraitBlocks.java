package io.serai.store;

import io.serai.profile.TraitRefresh;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Computes traits again, block by block, and counts what differed. */
final class TraitBlocks {

    private final Connection connection;
    private final ComputedTraits computed;
    private final Set<String> traits;
    private long looked;
    private long differed;
    private long version;

    /** @param traits all names that are computed, or were: what is not computed any more is removed */
    TraitBlocks(Connection connection, ComputedTraits computed, Set<String> traits) {
        this.connection = connection;
        this.computed = computed;
        this.traits = traits;
    }

    void refresh(ProfileSet people) throws SQLException {
        List<Map<String, Object>> values = computed.values(people);
        boolean[] changed = new boolean[people.size()];
        TraitRows rows = new TraitRows(connection);
        for (String trait : traits) {
            Object[] column = values.stream().map(one -> one.get(trait)).toArray();
            rows.replace(trait, people, column, changed);
        }
        looked += people.size();
        touch(people, changed);
    }

    TraitRefresh.Outcome outcome() {
        return new TraitRefresh.Outcome(looked, differed);
    }

    private void touch(ProfileSet people, boolean[] changed) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("UPDATE profile SET version = ? WHERE id = ?")) {
            for (int row = 0; row < changed.length; row++) {
                if (changed[row]) {
                    differed++;
                    statement.setLong(1, nextVersion());
                    statement.setLong(2, people.id(row));
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private long nextVersion() throws SQLException {
        if (version == 0) {
            version = ComputedTraits.meta(connection, "version")
                            .map(Long::parseLong)
                            .orElse(0L)
                    + 1;
            Queries.update(
                    connection,
                    "INSERT INTO meta (key, value) VALUES ('version', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                    Long.toString(version));
        }
        return version;
    }
}
