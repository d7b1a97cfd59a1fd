package io.serai.store;

import io.serai.identity.Identifier;
import io.serai.identity.IdentityRules;
import io.serai.profile.ProfileRow;
import io.serai.profile.Suppressions;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Recognises erased people by the identifiers that a profile shows. */
public final class SqliteErasedPeople implements Suppressions {

    private final SqliteDatabase database;
    private final IdentityRules rules;

    public SqliteErasedPeople(SqliteDatabase database, IdentityRules rules) {
        this.database = database;
        this.rules = rules;
    }

    @Override
    public Set<Long> suppressed(Collection<ProfileRow> people) {
        Map<Identifier, Set<Long>> holders = new HashMap<>();
        for (ProfileRow person : people) {
            for (var rule : rules.identifiers()) {
                Object value = person.fields().get(rule.name());
                if (value != null) {
                    holders.computeIfAbsent(new Identifier(rule.name(), value.toString()), any -> new HashSet<>())
                            .add(person.id());
                }
            }
        }
        Set<Long> suppressed = new HashSet<>();
        database.read(connection -> SqliteSuppressions.among(connection, holders.keySet()))
                .forEach(identifier -> suppressed.addAll(holders.get(identifier)));
        return suppressed;
    }
}
