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
    private final ChangedPeople people;
    private long looked;
    private long differed;
    private long version;

    /**
     * @param traits all names that are computed, or were: what is not computed any more is removed
     * @param people gets those with a different value
     */
    TraitBlocks(Connection connection, ComputedTraits computed, Set<String> traits, ChangedPeople people) {
        this.people = people;
        this.connection = connection;
        this.computed = computed;
        this.traits = traits;
    }

    void refresh(ProfileSet block) throws SQLException {
        List<Map<String, Object>> values = computed.values(block);
        boolean[] changed = new boolean[block.size()];
        TraitRows rows = new TraitRows(connection);
        Names names = Names.of(connection, "trait_name");
        for (String trait : traits) {
            Object[] column = values.stream().map(one -> one.get(trait)).toArray();
            rows.replace(names, trait, block, column, changed);
        }
        looked += block.size();
        touch(block, changed);
    }

    TraitRefresh.Outcome outcome() {
        return new TraitRefresh.Outcome(looked, differed);
    }

    private void touch(ProfileSet block, boolean[] changed) throws SQLException {
        try (Batch touch = new Batch(connection, "UPDATE profile SET version = ? WHERE id = ?")) {
            for (int row = 0; row < changed.length; row++) {
                if (changed[row]) {
                    version = version == 0 ? StoreVersion.next(connection) : version;
                    differed++;
                    touch.add(version, block.id(row));
                    people.add(block.id(row));
                }
            }
            touch.flush();
        }
    }
}
