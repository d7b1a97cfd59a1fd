package io.serai.store;

import io.serai.profile.TraitRefresh;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
        Map<Long, Map<String, Object>> wanted = new TreeMap<>();
        for (int row = 0; row < block.size(); row++) {
            wanted.put(block.id(row), values.get(row));
        }
        looked += block.size();
        touch(new TraitTable(connection).replace(wanted, traits::contains).keySet());
    }

    TraitRefresh.Outcome outcome() {
        return new TraitRefresh.Outcome(looked, differed);
    }

    private void touch(Set<Long> changed) throws SQLException {
        try (Batch touch = new Batch(connection, "UPDATE profile SET version = ? WHERE id = ?")) {
            for (long person : changed) {
                version = version == 0 ? StoreVersion.next(connection) : version;
                differed++;
                touch.add(version, person);
                people.add(person);
            }
            touch.flush();
        }
    }
}
