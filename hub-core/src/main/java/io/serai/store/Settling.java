package io.serai.store;

import io.serai.identity.Likeness;
import io.serai.profile.MergeGuard;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out who is who for many at once, and makes their profiles what their records say. Tells nobody what became of profiles. */
final class Settling {

    private static final int PAGE = 5000;

    /** So many new signatures, and so small a part of all, are looked at page by page. */
    private static final int FEW = 5000;

    private static final int PART = 50;

    /** So many are done at a time where others may wait to write. */
    private static final int MOMENT = 500;

    private final Connection connection;
    private final Derivation derivation;
    private final ModelTable models;
    private final long now;
    private final ChangedPeople changed;
    private final Map<Long, String> causes;
    private final Landed landed;

    /**
     * @param changed gets those of whom something differs
     * @param causes gets why profiles became others'
     */
    Settling(
            Connection connection,
            Derivation derivation,
            ModelTable models,
            long now,
            ChangedPeople changed,
            Map<Long, String> causes) {
        this.connection = connection;
        this.derivation = derivation;
        this.models = models;
        this.now = now;
        this.changed = changed;
        this.causes = causes;
        landed = new Landed(connection);
    }

    /** Does what great loads left to be done. */
    void rest() throws SQLException {
        if (!landed.any()) {
            return;
        }
        if (isFew()) {
            pageByPage();
            refreshStale();
        } else {
            atOnce();
        }
    }

    /** Does what great loads left in one go: in memory as far as it is plain. */
    void atOnce() throws SQLException {
        if (FirstPeople.possible(connection) || models.likeness(connection) != null) {
            everybody(false);
            return;
        }
        Everybody beside = Everybody.beside(connection, derivation.identity(), landed);
        settle(beside, beside.claims().uncertain(), null);
    }

    /** Whether so little is left that it is done as pages are. */
    private boolean isFew() throws SQLException {
        long waiting = landed.signatures();
        return !FirstPeople.possible(connection)
                && (waiting <= FEW
                        || waiting <= Sql.number(connection, "SELECT coalesce(max(id), 0) FROM signature") / PART);
    }

    /**
     * Does a part of what great loads left, as a page would, and tells what becomes of profiles.
     *
     * @param guard may stop it before anything is written
     * @return false when there was nothing that could be done by parts
     */
    boolean part(MergeGuard guard) throws SQLException {
        if (!isFew()) {
            return false;
        }
        List<Long> signatures = landed.next(0, MOMENT);
        if (!signatures.isEmpty()) {
            IdentityStep step = new IdentityStep(connection, derivation.identity(), models.likeness(connection), now);
            refresh(step.left(signatures, guard));
            landed.done(signatures.get(signatures.size() - 1));
            return true;
        }
        Set<Long> whole = landed.someProfiles(true, MOMENT);
        Set<Long> timeline = whole.isEmpty() ? landed.someProfiles(false, MOMENT) : Set.of();
        if (whole.isEmpty() && timeline.isEmpty()) {
            landed.done();
            return false;
        }
        refresh(whole, timeline);
        landed.done(whole.isEmpty() ? timeline : whole);
        return true;
    }

    /**
     * Looks at every live signature again, those included that great loads left.
     *
     * @param model whether likeness goes by another model than before
     */
    void everybody(boolean model) throws SQLException {
        if (FirstPeople.possible(connection)) {
            firstPeople();
            return;
        }
        Likeness likeness = models.likeness(connection);
        if (likeness != null && (model || landed.signatures() > 0)) {
            new MatchTables(connection).rebuild(derivation.identity(), likeness);
        }
        Everybody everybody = Everybody.load(connection, derivation.identity(), likeness);
        settle(everybody, everybody.claims().open(), likeness);
    }

    private void settle(Everybody everybody, BitSet doubtful, Likeness likeness) throws SQLException {
        PlainPeople plain = new PlainPeople(connection, derivation.identity(), likeness, everybody, now).run(doubtful);
        Touched touched = plain.touched();
        for (List<Long> page = everybody.next(PAGE); !page.isEmpty(); page = everybody.next(PAGE)) {
            touched.add(step(likeness).recheck(page).whole(), Set.of(), Set.of());
        }
        touched.add(landed.profiles(true), Set.of(), landed.profiles(false));
        new ProfileRefresh(connection, derivation, now).noting(changed).refresh(touched);
        landed.done();
    }

    private void firstPeople() throws SQLException {
        firstPeople(new StoredSayings(connection, derivation));
    }

    /** Gives everybody of a store without profiles theirs. */
    void firstPeople(FirstSayings sayings) throws SQLException {
        FirstPeople people = new FirstPeople(connection, sayings, derivation.identity(), models, now);
        FirstMembers members = people.find();
        try (FirstTraits traits = new FirstTraits(connection, derivation, sayings, members, now)) {
            people.save(traits::look);
            traits.rest();
        }
        changed.addAllUpTo(members.profiles());
        refreshStale();
    }

    private void pageByPage() throws SQLException {
        Likeness likeness = models.likeness(connection);
        List<Long> page = landed.next(0, PAGE);
        while (!page.isEmpty()) {
            refresh(step(likeness).left(page, MergeGuard.none()));
            page = landed.next(page.get(page.size() - 1), PAGE);
        }
    }

    private void refreshStale() throws SQLException {
        refresh(landed.profiles(true), landed.profiles(false));
        landed.done();
    }

    private IdentityStep step(Likeness likeness) throws SQLException {
        return new IdentityStep(connection, derivation.identity(), likeness, now).untold(causes);
    }

    private void refresh(IdentityStep.Resolved resolved) throws SQLException {
        refresh(resolved.whole(), resolved.timeline());
    }

    private void refresh(Set<Long> whole, Set<Long> timeline) throws SQLException {
        new ProfileRefresh(connection, derivation, now).noting(changed).refresh(whole, Set.of(), timeline);
    }
}
