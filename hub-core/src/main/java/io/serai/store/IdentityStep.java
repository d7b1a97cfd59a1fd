package io.serai.store;

import io.serai.identity.Changes;
import io.serai.identity.IdentityRules;
import io.serai.identity.Likeness;
import io.serai.identity.Merge;
import io.serai.identity.Resolution;
import io.serai.identity.Resolver;
import io.serai.profile.MergeGuard;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives the changed records of a page their signatures, and the signatures their profiles. */
final class IdentityStep {

    private final Connection connection;
    private final IdentityRules rules;
    private final Likeness likeness;
    private final Names names;
    private final long now;

    private final PageSayings sayings;
    private Map<Long, String> untold;

    /**
     * The profiles whose make-up changed, each once, those that became nobody's or aliases included.
     *
     * @param whole of whom anything may differ
     * @param timeline that gained nothing but orders or events that name them as others have
     */
    record Resolved(Set<Long> whole, Set<Long> timeline) {}

    /** @param likeness null when nothing is matched */
    IdentityStep(Connection connection, IdentityRules rules, Likeness likeness, long now) throws SQLException {
        this.connection = connection;
        this.rules = rules;
        this.likeness = likeness;
        this.names = Names.of(connection, "identifier_name");
        this.now = now;
        sayings = new PageSayings(connection, rules, names, now);
    }

    /**
     * Leaves it to others to tell what became of profiles.
     *
     * @param causes gets why profiles became others'
     */
    IdentityStep untold(Map<Long, String> causes) {
        untold = causes;
        return this;
    }

    /** What the changed records of a page say, and which signatures they have for it. */
    PageSayings sayings() {
        return sayings;
    }

    /**
     * Resolves what changed.
     *
     * @param guard may stop it before anything is written
     */
    Resolved resolve(MergeGuard guard) throws SQLException {
        SqliteSignatureIndex index = new SqliteSignatureIndex(connection, names);
        Changes changes = sayings.changes(index);
        if (changes.appeared().isEmpty()
                && changes.disappeared().isEmpty()
                && changes.recheck().isEmpty()
                && sayings.moves().isEmpty()) {
            return new Resolved(Set.of(), Set.of());
        }
        return resolve(index, changes, guard);
    }

    /**
     * Looks at some live signatures that were left for later.
     *
     * @param guard may stop it before anything is written
     */
    Resolved left(Collection<Long> signatures, MergeGuard guard) throws SQLException {
        SqliteSignatureIndex index = new SqliteSignatureIndex(connection, names);
        Changes left = new Changes(List.of(), List.of(), List.of(), index.signatures(signatures));
        return resolve(index, left, guard);
    }

    /** Looks at some live signatures again: rules changed, or a person decided. */
    Resolved recheck(Collection<Long> signatures) throws SQLException {
        Changes again = new Changes(List.of(), List.of(), signatures);
        return resolve(new SqliteSignatureIndex(connection, names), again, MergeGuard.none());
    }

    private Resolved resolve(SqliteSignatureIndex index, Changes changes, MergeGuard guard) throws SQLException {
        long[] last = {Sql.number(connection, "SELECT coalesce(max(id), 0) FROM profile")};
        guard.begin(() -> last[0]);
        Resolver resolver = likeness == null
                ? new Resolver(rules, index)
                : new Resolver(rules, index, likeness, new SqliteMatchIndex(connection));
        Resolution resolution = resolver.resolve(changes, sayings.moves(), () -> ++last[0]);
        List<Long> aliases = resolution.merges().stream().map(Merge::profile).toList();
        guard.count(
                aliases,
                resolution.findings().causes(),
                highest -> ProfileDiff.live(connection, highest) - aliases.size());
        Set<Long> timeline =
                isPlain(changes, resolution) ? new JoinedPeople(connection, rules).of(resolution) : Set.of();
        Set<Long> whole = new ResolutionWriter(connection, names, likeness, now).write(resolution, untold);
        whole.removeAll(timeline);
        return new Resolved(whole, timeline);
    }

    /** Whether signatures came that nobody had, and nothing else happened. */
    private boolean isPlain(Changes changes, Resolution resolution) {
        return changes.disappeared().isEmpty()
                && changes.recheck().isEmpty()
                && sayings.moves().isEmpty()
                && changes.appeared().stream()
                        .allMatch(signature -> resolution.profiles().containsKey(signature.id()));
    }
}
