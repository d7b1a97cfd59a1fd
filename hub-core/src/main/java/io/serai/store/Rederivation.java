package io.serai.store;

import io.serai.profile.CollapseException;
import io.serai.profile.MergeGuard;
import io.serai.profile.Progress;
import io.serai.profile.Rederived;
import io.serai.record.Mapping;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Derives again what was derived before: from the records kept, under the rules and the model of today. */
final class Rederivation {

    private static final int PAGE = 5000;

    private final Connection connection;
    private final Derivation derivation;
    private final ModelTable models;
    private final long now;
    private final DerivedBy by;
    private ChangedPeople changed = new ChangedPeople();
    private Progress progress = Progress.NONE;

    Rederivation(Connection connection, Derivation derivation, ModelTable models, long now) {
        this.connection = connection;
        this.derivation = derivation;
        this.models = models;
        this.now = now;
        by = new DerivedBy(connection, derivation, models);
    }

    /** @param people gets those of whom something differs */
    Rederivation noting(ChangedPeople people, Progress told) {
        changed = people;
        progress = told;
        return this;
    }

    /** Whether something was derived by other identity rules, another model, other mappings or survivorship than today's. */
    boolean isDue() throws SQLException {
        return !by.nothing()
                && (by.rulesChanged()
                        || by.modelChanged()
                        || by.survivorshipChanged()
                        || !stale().isEmpty()
                        || new Landed(connection).any());
    }

    /**
     * Brings up to date what was derived by another configuration than today's.
     *
     * @param guard may stop it
     * @throws CollapseException when too many profiles would become others'; nothing may be kept then
     */
    Rederived ifChanged(MergeGuard guard) throws SQLException {
        if (!isDue()) {
            by.beginNotes();
            return Rederived.NOTHING;
        }
        boolean rules = by.rulesChanged();
        boolean model = by.modelChanged();
        ProfileDiff diff = ProfileDiff.begin(connection);
        Map<Long, String> causes = new HashMap<>();
        long read = rules ? records(FeedTable.all(connection), causes) : records(stale(), causes);
        if (by.survivorshipChanged()) {
            survivors();
        }
        if (rules || model) {
            resolve(causes);
        } else {
            new Settling(connection, derivation, models, now, changed, causes).rest();
        }
        by.noteSurvivorship();
        diff.end();
        try {
            diff.stopAt(guard, causes);
        } catch (CollapseException stopped) {
            throw new CollapseException(stopped.merges(), why(rules, model) + stopped.getMessage());
        }
        diff.tell(causes, now);
        return new Rederived(read, changed.count(), diff.merged().size(), diff.split());
    }

    /**
     * Does what great loads have left.
     *
     * @param guard may stop it
     * @throws CollapseException when too many profiles would become others'; nothing may be kept then
     */
    void settle(MergeGuard guard) throws SQLException {
        if (!new Landed(connection).any()) {
            return;
        }
        Map<Long, String> causes = new HashMap<>();
        Settling settling = new Settling(connection, derivation, models, now, changed, causes);
        if (FirstPeople.possible(connection)) {
            settling.rest();
            return;
        }
        ProfileDiff diff = ProfileDiff.begin(connection);
        settling.rest();
        diff.end();
        diff.stopAt(guard, causes);
        diff.tell(causes, now);
    }

    private static String why(boolean rules, boolean model) {
        return rules
                ? "config/identity.yaml has changed since the last time. "
                : model
                        ? "This hub matches by another model than the last time. "
                        : "A mapping has changed since the last time. ";
    }

    /** The feeds that were last read with another version of their mapping. */
    List<FeedTable.Feed> stale() throws SQLException {
        List<FeedTable.Feed> stale = new ArrayList<>();
        for (FeedTable.Feed feed : FeedTable.all(connection)) {
            Optional<Mapping> mapping = mapping(feed);
            if (mapping.isPresent() && mapping.get().version() != feed.version()) {
                stale.add(feed);
            }
        }
        return stale;
    }

    /** Today's mapping of a feed, as long as it still reads the same stream. */
    private Optional<Mapping> mapping(FeedTable.Feed feed) {
        return derivation
                .mapping(feed.mapping())
                .filter(mapping -> mapping.from().connection().equals(feed.connection())
                        && mapping.from().stream().equals(feed.stream()));
    }

    /** Reads every record again and resolves everybody; answers how many records were read. */
    long everything() throws SQLException {
        ProfileDiff diff = ProfileDiff.begin(connection);
        Map<Long, String> causes = new HashMap<>();
        long read = records();
        everybody(causes);
        diff.end().tell(causes, now);
        return read;
    }

    /** Reads every record again; who is who is to be resolved after that. */
    long records() throws SQLException {
        return records(FeedTable.all(connection), new HashMap<>());
    }

    /**
     * Reads the records of some feeds again; who is who is to be resolved after that when the identity rules have changed.
     *
     * @param causes gets why profiles became others'
     * @return how many records were read
     */
    long records(List<FeedTable.Feed> feeds, Map<Long, String> causes) throws SQLException {
        boolean rules = by.rulesChanged();
        if (rules) {
            new MatchTables(connection).forgetSayings(derivation.identity(), models.likeness(connection));
        }
        long all = 0;
        for (FeedTable.Feed feed : feeds) {
            all += Sql.number(connection, "SELECT count(*) FROM record WHERE feed_id = ? AND deleted = 0", feed.id());
        }
        long read = 0;
        Touched touched = new Touched();
        for (FeedTable.Feed feed : feeds) {
            Optional<Mapping> mapping = mapping(feed);
            if (mapping.isPresent()) {
                long before = read;
                long most = all;
                read += new RereadFeed(connection, derivation, feed, mapping.get())
                        .read(
                                keeping().untold(causes, changed).noting(touched),
                                done -> progress.at("records read again", before + done, most));
            }
        }
        new ProfileRefresh(connection, derivation, now).noting(changed).refresh(touched);
        if (rules) {
            by.noteRules();
        }
        return read;
    }

    /** Chooses everybody's surviving values again. */
    private void survivors() throws SQLException {
        long all = ProfileDiff.live(connection, Long.MAX_VALUE);
        long done = 0;
        long[] people = people(0);
        while (people.length > 0) {
            new ProfileRefresh(connection, derivation, now)
                    .noting(changed)
                    .refresh(Set.of(), Arrays.stream(people).boxed().collect(Collectors.toSet()), Set.of());
            done += people.length;
            progress.at("people looked at again", done, all);
            people = people(people[people.length - 1]);
        }
    }

    private long[] people(long after) throws SQLException {
        return ProfileSet.ids(
                connection,
                "SELECT id FROM profile WHERE id > ? AND live = 1 AND merged_into IS NULL ORDER BY id LIMIT ?",
                after,
                PAGE);
    }

    PageKeeping keeping() {
        return new PageKeeping(connection, derivation, models, now);
    }

    /**
     * Resolves everybody again under the active model; tells nobody of what becomes of profiles.
     *
     * @param causes gets why profiles became others'
     */
    void resolve(Map<Long, String> causes) throws SQLException {
        boolean model = by.modelChanged();
        new Settling(connection, derivation, models, now, changed, causes).everybody(model);
        if (model) {
            by.noteRules();
        }
    }

    /** Looks at every live signature again, and tells of what changes. */
    void recheck() throws SQLException {
        ProfileDiff diff = ProfileDiff.begin(connection);
        Map<Long, String> causes = new HashMap<>();
        everybody(causes);
        diff.end().tell(causes, now);
    }

    private void everybody(Map<Long, String> causes) throws SQLException {
        new Settling(connection, derivation, models, now, changed, causes).everybody(false);
    }

    /** Whether the store was derived with other identity rules than today's. */
    boolean rulesChanged() throws SQLException {
        return by.rulesChanged();
    }
}
