package io.serai.store;

import io.serai.record.Mapping;
import io.serai.record.MappingException;
import io.serai.record.Payload;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says which values of a profile's records count for nothing: junk, and what the rules ignore. */
final class IgnoredValues {

    /** Of a person with more records, those that were seen first. */
    private static final int MOST = 50;

    private record Kept(String mapping, String name, String payload) {}

    private IgnoredValues() {}

    /** In sentences, personal values included. */
    static List<String> sentences(Connection connection, Derivation derivation, long profile) throws SQLException {
        List<Kept> records = Sql.list(
                connection, row -> new Kept(row.getString(1), row.getString(2), row.getString(3)), """
                SELECT f.mapping, f.connection || '/' || f.stream || ' ' || r.key, r.payload
                FROM signature s JOIN record_state rs ON rs.signature_id = s.id
                JOIN record r ON r.id = rs.record_id AND r.deleted = 0 JOIN feed f ON f.id = r.feed_id
                WHERE s.profile_id = ? AND s.records > 0 ORDER BY r.id LIMIT ?""", profile, MOST);
        List<String> sentences = new ArrayList<>();
        for (Kept record : records) {
            Optional<Mapping> mapping = derivation.mapping(record.mapping());
            if (mapping.isPresent()) {
                ignored(derivation, mapping.get(), record)
                        .forEach((name, value) -> sentences.add(name + " " + value + " of " + record.name()
                                + " counts for nothing: it is junk, or ignored by config/identity.yaml."));
            }
        }
        return sentences;
    }

    private static Map<String, String> ignored(Derivation derivation, Mapping mapping, Kept record) {
        try {
            return derivation.ignored(mapping, Payload.fields(record.payload()));
        } catch (MappingException refused) {
            return Map.of();
        }
    }
}
