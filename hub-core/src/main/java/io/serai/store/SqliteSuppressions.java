package io.serai.store;

import io.serai.identity.Identifier;
import io.serai.identity.Identifiers;
import io.serai.identity.IdentityRules;
import io.serai.profile.ProfileRow;
import io.serai.profile.Suppressions;
import io.serai.record.RecordHash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keeps erased people from coming back: HMAC-SHA256 of their identifiers under a key that only this store has. */
public final class SqliteSuppressions implements Suppressions {

    private static final String KEY = "suppression_key";

    private final SqliteDatabase database;
    private final IdentityRules rules;
    private final Identifiers identifiers;

    public SqliteSuppressions(SqliteDatabase database, IdentityRules rules) {
        this.database = database;
        this.rules = rules;
        this.identifiers = Identifiers.of(rules);
    }

    @Override
    public Set<Long> suppressed(Collection<ProfileRow> people) {
        return database.read(connection -> {
            // To normalise what everybody is known by costs more than all else of a page.
            return nobody(connection) ? Set.of() : suppressed(connection, people);
        });
    }

    /** Nobody is ever taken out of the table. */
    @Override
    public long version() {
        long erased = database.read(connection -> Sql.number(connection, "SELECT count(*) FROM suppression"));
        return erased == 0 ? 0 : RecordHash.of(erased + " " + rules.version(), 0);
    }

    @Override
    public boolean nobody() {
        return database.read(SqliteSuppressions::nobody);
    }

    private Set<Long> suppressed(Connection connection, Collection<ProfileRow> people) throws SQLException {
        Map<Identifier, Set<Long>> bearers = new HashMap<>();
        for (ProfileRow person : people) {
            person.fields().forEach((name, value) -> {
                if (identifiers.isIdentifier(name)) {
                    identifiers.normalise(name, value).ifPresent(identifier -> bearers.computeIfAbsent(
                                    identifier, key -> new HashSet<>())
                            .add(person.id()));
                }
            });
        }
        Set<Long> suppressed = new HashSet<>();
        among(connection, bearers.keySet()).forEach(identifier -> suppressed.addAll(bearers.get(identifier)));
        return suppressed;
    }

    /** Whether nobody was erased so far. */
    static boolean nobody(Connection connection) throws SQLException {
        return Sql.number(connection, "SELECT EXISTS (SELECT 1 FROM suppression)") == 0;
    }

    /** Those of the values that belong to erased people. */
    static Set<Identifier> among(Connection connection, Collection<Identifier> values) throws SQLException {
        if (values.isEmpty() || nobody(connection)) {
            return Set.of();
        }
        Mac mac = mac(key(connection));
        Map<String, Identifier> byHash = new HashMap<>();
        values.forEach(value -> byHash.put(hash(mac, value), value));
        Set<Identifier> suppressed = new HashSet<>();
        Sql.each(
                connection,
                row -> suppressed.add(byHash.get(row.getString(1))),
                "SELECT s.hash FROM json_each(?) j CROSS JOIN suppression s ON s.hash = j.value",
                Sql.json(byHash.keySet()));
        return suppressed;
    }

    static void add(Connection connection, Collection<Identifier> values, long now) throws SQLException {
        Mac mac = mac(key(connection));
        try (Batch insert = new Batch(connection, "INSERT OR IGNORE INTO suppression (hash, at) VALUES (?, ?)")) {
            for (Identifier value : values) {
                insert.add(hash(mac, value), now);
            }
            insert.flush();
        }
    }

    private static String hash(Mac mac, Identifier value) {
        return HexFormat.of()
                .formatHex(mac.doFinal((value.name() + '\u0000' + value.value()).getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] key(Connection connection) throws SQLException {
        Optional<String> known = Meta.of(connection, KEY);
        if (known.isPresent()) {
            return Base64.getDecoder().decode(known.get());
        }
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        Sql.update(
                connection,
                "INSERT INTO meta (key, value) VALUES (?, ?)",
                KEY,
                Base64.getEncoder().encodeToString(key));
        return key;
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        }
    }
}
