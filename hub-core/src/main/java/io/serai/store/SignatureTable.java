package io.serai.store;

import com.dynatrace.hash4j.hashing.HashValue128;
import io.serai.identity.Evidence;
import io.serai.identity.Identifier;
import io.serai.identity.Signature;
import io.serai.profile.Facts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The nodes of the identity graph: what records of a feed say about who they are, each different saying once. */
final class SignatureTable {

    /**
     * One node.
     *
     * @param records how many live records say it
     * @param profile 0 before its first resolution
     */
    record Node(long id, long records, long profile) {}

    private SignatureTable() {}

    /**
     * A fingerprint of what is said. Records without any identifier are alike only to themselves: two nameless people who
     * share a first name are not one.
     *
     * @param rules version of the identity rules, by which what is compared is to be understood
     */
    static HashValue128 fingerprint(long feed, Facts facts, long record, long rules) {
        SaidBytes said = new SaidBytes().add(Long.toString(feed));
        if (facts.identifiers().isEmpty()) {
            said.add('\u0000').add("record").add('\u0000').add(Long.toString(record));
        }
        for (Identifier identifier : facts.identifiers()) {
            said.add('\u0001').add(identifier.name()).add('\u0002').add(identifier.value());
        }
        Evidence evidence = facts.evidence();
        said.add('\u0003').add(evidence.firstName());
        said.add('\u0003').add(evidence.lastName());
        said.add('\u0003').add(evidence.birthDate());
        if (!facts.said().isEmpty()) {
            said.add('\u0004').add(Long.toString(rules));
            for (String value : facts.said()) {
                said.add('\u0004').add(value);
            }
        }
        return said.hash();
    }

    /** The known nodes among some fingerprints. */
    static Map<HashValue128, Node> find(Connection connection, Collection<HashValue128> fingerprints)
            throws SQLException {
        Map<HashValue128, Node> found = new HashMap<>();
        Sql.each(
                connection,
                row -> found.put(
                        new HashValue128(row.getLong(2), row.getLong(1)),
                        new Node(row.getLong(3), row.getLong(4), row.getLong(5))),
                """
                SELECT s.hash, s.hash2, s.id, s.records, coalesce(s.profile_id, 0)
                FROM json_each(?) j CROSS JOIN signature s ON s.hash = j.value""",
                Sql.json(fingerprints.stream()
                        .map(HashValue128::getLeastSignificantBits)
                        .toList()));
        found.keySet().retainAll(new HashSet<>(fingerprints));
        return found;
    }

    static long nextId(Connection connection) throws SQLException {
        return Sql.number(connection, "SELECT coalesce(max(id), 0) + 1 FROM signature");
    }

    /** Some nodes with their identifiers, by number. */
    static List<Signature> load(Connection connection, Names names, Collection<Long> ids) throws SQLException {
        return load(
                connection,
                names,
                "json_each(?) j CROSS JOIN signature s ON s.id = j.value"
                        + " LEFT JOIN signature_identifier i ON i.signature_id = s.id",
                Sql.json(ids));
    }

    /** Nodes with their identifiers, by number. */
    static List<Signature> load(Connection connection, Names names, String where, Object... parameters)
            throws SQLException {
        Map<Long, List<Identifier>> identifiers = new LinkedHashMap<>();
        Map<Long, Evidence> evidence = new HashMap<>();
        Map<Long, List<String>> said = new HashMap<>();
        Sql.each(
                connection,
                row -> {
                    long id = row.getLong(1);
                    if (!evidence.containsKey(id)) {
                        evidence.put(id, evidence(row));
                        said.put(id, SaidText.read(row.getString(7)));
                    }
                    List<Identifier> values = identifiers.computeIfAbsent(id, key -> new ArrayList<>(3));
                    if (row.getString(6) != null) {
                        values.add(new Identifier(names.name(row.getLong(5)), row.getString(6)));
                    }
                },
                "SELECT s.id, s.first_name, s.last_name, s.birth_date, i.name_id, i.value, s.said FROM " + where,
                parameters);
        List<Signature> loaded = new ArrayList<>(identifiers.size());
        identifiers.forEach((id, values) -> {
            values.sort(null);
            loaded.add(new Signature(id, List.copyOf(values), evidence.get(id), said.get(id)));
        });
        return loaded;
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        String first = row.getString(2);
        String last = row.getString(3);
        String birth = row.getString(4);
        return first == null && last == null && birth == null ? Evidence.NONE : new Evidence(first, last, birth);
    }
}
