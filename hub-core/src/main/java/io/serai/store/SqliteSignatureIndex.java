package io.serai.store;

import io.serai.identity.Claim;
import io.serai.identity.Decision;
import io.serai.identity.Identifier;
import io.serai.identity.Signature;
import io.serai.identity.SignatureIndex;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The identity graph as the resolver walks it, inside the transaction of a page; one for each resolution. */
final class SqliteSignatureIndex implements SignatureIndex {

    /** So many values on too many people are read at once, rather than asked for a few at a time. */
    private static final int FEW = 100;

    private final Connection connection;
    private final Names names;
    private Boolean anyDecision;

    SqliteSignatureIndex(Connection connection, Names names) {
        this.connection = connection;
        this.names = names;
    }

    @Override
    public List<Signature> signatures(Collection<Long> signatures) {
        return inStore(() -> SignatureTable.load(connection, names, signatures));
    }

    @Override
    public Map<Identifier, long[]> bearers(Collection<Identifier> values) {
        Map<Identifier, long[]> bearers = new HashMap<>(values.size() * 2);
        inStore(() -> {
            Sql.each(
                    connection,
                    row -> append(
                            bearers, new Identifier(names.name(row.getLong(1)), row.getString(2)), row.getLong(3)),
                    """
                    SELECT i.name_id, i.value, s.id FROM json_each(?) j
                    CROSS JOIN signature_identifier i ON i.name_id = json_extract(j.value, '$[0]')
                      AND i.value = json_extract(j.value, '$[1]')
                    CROSS JOIN signature s ON s.id = i.signature_id AND s.records > 0""",
                    pairs(values));
            return null;
        });
        bearers.replaceAll((value, ids) -> Arrays.copyOf(ids, (int) ids[ids.length - 1]));
        return bearers;
    }

    /** Grows an array whose last place counts how many are in use. */
    private static void append(Map<Identifier, long[]> bearers, Identifier value, long id) {
        long[] ids = bearers.computeIfAbsent(value, key -> new long[5]);
        int used = (int) ids[ids.length - 1];
        if (used == ids.length - 1) {
            ids = Arrays.copyOf(ids, used * 2 + 1);
            bearers.put(value, ids);
        }
        ids[used] = id;
        ids[ids.length - 1] = used + 1L;
    }

    @Override
    public Set<Identifier> overloaded(Collection<Identifier> values) {
        return inStore(() -> overloadedValues("""
                json_each(?) j CROSS JOIN overloaded_value o ON o.name_id = json_extract(j.value, '$[0]')
                  AND o.value = json_extract(j.value, '$[1]')""", pairs(values)));
    }

    @Override
    public Optional<Set<Identifier>> fewOverloaded() {
        Set<Identifier> few = inStore(() -> overloadedValues("overloaded_value o LIMIT " + (FEW + 1)));
        return few.size() <= FEW ? Optional.of(few) : Optional.empty();
    }

    private Set<Identifier> overloadedValues(String from, Object... parameters) throws SQLException {
        Set<Identifier> found = new HashSet<>();
        Sql.each(
                connection,
                row -> found.add(new Identifier(names.name(row.getLong(1)), row.getString(2))),
                "SELECT o.name_id, o.value FROM " + from,
                parameters);
        return found;
    }

    @Override
    public List<Decision> decisions(Collection<Long> signatures) {
        if (anyDecision == null) {
            anyDecision = inStore(() -> Sql.number(connection, "SELECT EXISTS (SELECT 1 FROM identity_decision)")) == 1;
        }
        if (!anyDecision) {
            return List.of();
        }
        if (inStore(() -> fewerRecordsThanDecisions(signatures))) {
            return decisionsOf(signatures);
        }
        Set<Long> asked = new HashSet<>(signatures);
        return inStore(() -> Sql.list(
                        connection,
                        row -> new Decision(row.getLong(1), row.getLong(2), Decision.Kind.valueOf(row.getString(3))),
                        """
                        SELECT l.signature_id, r.signature_id, d.kind FROM identity_decision d
                        JOIN record_state l ON l.record_id = d.left_record
                        JOIN record_state r ON r.record_id = d.right_record
                        WHERE l.signature_id IS NOT NULL AND r.signature_id IS NOT NULL
                          AND l.signature_id <> r.signature_id ORDER BY d.id"""))
                .stream()
                .filter(decision -> asked.contains(decision.left()) || asked.contains(decision.right()))
                .toList();
    }

    private boolean fewerRecordsThanDecisions(Collection<Long> signatures) throws SQLException {
        long decisions = Sql.number(connection, "SELECT count(*) FROM identity_decision");
        return decisions
                > Sql.number(
                        connection,
                        "SELECT total(s.records) FROM json_each(?) j CROSS JOIN signature s ON s.id = j.value",
                        Sql.json(signatures));
    }

    /** By their records, which is quicker where many decisions were made and few are about these. */
    private List<Decision> decisionsOf(Collection<Long> signatures) {
        Map<Long, Decision> found = new TreeMap<>();
        for (String side : List.of("left_record", "right_record")) {
            inStore(() -> {
                Sql.each(
                        connection,
                        row -> found.put(
                                row.getLong(1),
                                new Decision(row.getLong(2), row.getLong(3), Decision.Kind.valueOf(row.getString(4)))),
                        """
                        SELECT d.id, l.signature_id, r.signature_id, d.kind FROM json_each(?) j
                        CROSS JOIN record_state rs ON rs.signature_id = j.value
                        CROSS JOIN identity_decision d ON d.%s = rs.record_id
                        JOIN record_state l ON l.record_id = d.left_record
                        JOIN record_state r ON r.record_id = d.right_record
                        WHERE l.signature_id IS NOT NULL AND r.signature_id IS NOT NULL
                          AND l.signature_id <> r.signature_id""".formatted(side),
                        Sql.json(signatures));
                return null;
            });
        }
        return List.copyOf(found.values());
    }

    @Override
    public Map<Long, Claim> claims(Collection<Long> signatures) {
        Map<Long, Claim> claims = new HashMap<>(signatures.size() * 2);
        return inStore(() -> {
            Sql.each(
                    connection,
                    row -> claims.put(row.getLong(1), new Claim(row.getLong(2), row.getLong(3))),
                    """
                    SELECT s.id, coalesce(s.profile_id, 0), coalesce(s.first_profile_id, 0)
                    FROM json_each(?) j CROSS JOIN signature s ON s.id = j.value""",
                    Sql.json(signatures));
            return claims;
        });
    }

    @Override
    public Map<Long, long[]> members(Collection<Long> profiles) {
        Map<Long, List<Long>> members = new HashMap<>();
        inStore(() -> {
            Sql.each(
                    connection,
                    row -> members.computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
                            .add(row.getLong(2)),
                    """
                    SELECT s.profile_id, s.id FROM json_each(?) j
                    CROSS JOIN signature s ON s.profile_id = j.value AND s.records > 0""",
                    Sql.json(profiles));
            return null;
        });
        Map<Long, long[]> arrays = new HashMap<>(members.size() * 2);
        members.forEach((profile, ids) ->
                arrays.put(profile, ids.stream().mapToLong(Long::longValue).toArray()));
        return arrays;
    }

    private String pairs(Collection<Identifier> values) {
        return Sql.json(values.stream()
                .map(value -> List.of(names.known(value.name()), value.value()))
                .toList());
    }

    private interface Reading<T> {
        T read() throws SQLException;
    }

    private static <T> T inStore(Reading<T> reading) {
        try {
            return reading.read();
        } catch (SQLException e) {
            throw StoreException.of("read the identity graph", e);
        }
    }
}
