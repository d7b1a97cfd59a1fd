package io.serai.store;

import io.serai.profile.TraitRefresh;
import java.sql.Connection;
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
        Names names = Names.of(connection, "trait_name");
        for (String trait : traits) {
            Object[] column = values.stream().map(one -> one.get(trait)).toArray();
            rows.replace(names, trait, people, column, changed);
        }
        looked += people.size();
        touch(people, changed);
    }

    TraitRefresh.Outcome outcome() {
        return new TraitRefresh.Outcome(looked, differed);
    }

    private void touch(ProfileSet people, boolean[] changed) throws SQLException {
        try (Batch touch = new Batch(connection, "UPDATE profile SET version = ? WHERE id = ?")) {
            for (int row = 0; row < changed.length; row++) {
                if (changed[row]) {
                    version = version == 0 ? StoreVersion.next(connection) : version;
                    differed++;
                    touch.add(version, people.id(row));
                }
            }
            touch.flush();
        }
    }
}
