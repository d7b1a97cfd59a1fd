package io.serai.store;

import io.serai.identity.IdentityRules;
import io.serai.identity.Merge;
import io.serai.identity.Resolution;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who gains nothing by a resolution but orders or events that name them as others have: what their records of people say, and
 * with whom they live, need not be looked at again.
 */
final class JoinedPeople {

    private final Connection connection;
    private final Set<String> contacts;

    JoinedPeople(Connection connection, IdentityRules rules) {
        this.connection = connection;
        contacts = Residents.contacts(rules);
    }

    /**
     * Tells them.
     *
     * @param resolution not written yet, of changes in which no signature went, came back or lost a record to another
     * @return numbers of profiles that were there before, and that only signatures come to which were nobody's
     */
    Set<Long> of(Resolution resolution) throws SQLException {
        Set<Long> joined = new HashSet<>(resolution.profiles().values());
        joined.retainAll(resolution.touched());
        joined.removeAll(resolution.opened());
        joined.removeAll(resolution.restored());
        remove(joined, resolution.merges());
        remove(joined, resolution.redirects());
        if (!joined.isEmpty()) {
            Sql.each(
                    connection,
                    row -> {
                        joined.remove(row.getLong(1));
                        joined.remove(row.getLong(2));
                    },
                    """
                    SELECT j.value, s.profile_id FROM json_each(?) j
                    CROSS JOIN signature s ON s.id = CAST(j.key AS INTEGER)
                    CROSS JOIN feed f ON f.id = s.feed_id
                    WHERE f.target = 'PROFILE' OR s.profile_id IS NOT NULL OR EXISTS (
                      SELECT 1 FROM signature_identifier i
                      JOIN identifier_name n ON n.id = i.name_id AND n.name IN (SELECT value FROM json_each(?))
                      WHERE i.signature_id = s.id AND NOT EXISTS (
                        SELECT 1 FROM signature o CROSS JOIN signature_identifier k ON k.signature_id = o.id
                        WHERE o.profile_id = j.value AND o.records > 0
                        AND k.name_id = i.name_id AND k.value = i.value))""",
                    given(resolution),
                    Sql.json(contacts));
        }
        return joined;
    }

    private static void remove(Set<Long> joined, Iterable<Merge> merges) {
        for (Merge merge : merges) {
            joined.remove(merge.profile());
            joined.remove(merge.survivor());
        }
    }

    /** Signatures and their profiles, as the text of a JSON object. */
    private static String given(Resolution resolution) {
        return resolution.profiles().entrySet().stream()
                .map(one -> "\"" + one.getKey() + "\":" + one.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
