package io.serai.store;

import io.serai.profile.MergeGuard;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps what changed in a page: records, who they are, and what becomes of profiles. In the transaction of the page. */
final class PageKeeping {

    private final Connection connection;
    private final Derivation derivation;
    private final ModelTable models;
    private final long now;
    private MergeGuard guard = MergeGuard.none();
    private long run;
    private Map<Long, String> untold;
    private ChangedPeople changed = new ChangedPeople();
    private Landed later;
    private Touched touched;

    PageKeeping(Connection connection, Derivation derivation, ModelTable models, long now) {
        this.connection = connection;
        this.derivation = derivation;
        this.models = models;
        this.now = now;
    }

    /**
     * Belongs to a run.
     *
     * @param stops it before anything is written that would merge too many
     */
    PageKeeping of(long number, MergeGuard stops) {
        run = number;
        guard = stops;
        return this;
    }

    /**
     * Leaves it to others to tell what became of profiles.
     *
     * @param causes gets why profiles became others'
     * @param people gets those of whom something differs
     */
    PageKeeping untold(Map<Long, String> causes, ChangedPeople people) {
        untold = causes;
        changed = people;
        return this;
    }

    /** Leaves what becomes of profiles to whoever looks at those that are noted. */
    PageKeeping noting(Touched profiles) {
        touched = profiles;
        return this;
    }

    /** Leaves who is who among new records, and what becomes of profiles for their sake, to the end of a great load. */
    PageKeeping leaving(Landed left) {
        later = left;
        return this;
    }

    void keep(long feed, List<RecordChange> changes) throws SQLException {
        keep(feed, changes, Map.of());
    }

    /**
     * As {@link #keep(long, List)}; the records themselves stay as they are when it is known since when they are so.
     *
     * @param cameAt by record, when it came to be as it is, in milliseconds; empty for now
     */
    void keep(long feed, List<RecordChange> changes, Map<Long, Long> cameAt) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        IdentityStep identity = new IdentityStep(connection, derivation.identity(), models.likeness(connection), now);
        if (untold != null) {
            identity.untold(untold);
        }
        PageSayings sayings = identity.sayings();
        sayings.assign(feed, changes, run, cameAt);
        if (later != null) {
            sayings.leaveNew(later);
        }
        RecordWriter writer = new RecordWriter(connection, feed, now);
        if (cameAt.isEmpty()) {
            writer.write(changes, sayings.signatures());
        } else {
            writer.readAgain(changes, sayings.signatures());
        }
        refresh(changes, sayings.signatures(), identity.resolve(guard));
    }

    private void refresh(List<RecordChange> changes, Map<Long, Long> signatures, IdentityStep.Resolved resolved)
            throws SQLException {
        Set<Long> whole = new HashSet<>(resolved.whole());
        Set<Long> said = new HashSet<>();
        Set<Long> timeline = new HashSet<>(resolved.timeline());
        Set<Long> wholeLater = new HashSet<>();
        Set<Long> timelineLater = new HashSet<>();
        Map<Long, Long> profiles = profiles(changes, signatures);
        for (RecordChange change : changes) {
            boolean waits = later != null && change.fresh();
            Long signature = signatures.get(change.id());
            boolean asBefore = signature != null && signature == change.signatureBefore();
            Set<Long> kind = change.isPerson() || change.deleted()
                    ? waits ? wholeLater : asBefore ? said : whole
                    : waits ? timelineLater : timeline;
            Long after = profiles.get(signature);
            Long before = profiles.get(change.signatureBefore());
            if (after != null) {
                kind.add(after);
            }
            if (before != null) {
                kind.add(before);
            }
        }
        if (touched != null) {
            touched.add(whole, said, timeline);
        } else {
            new ProfileRefresh(connection, derivation, now).noting(changed).refresh(whole, said, timeline);
        }
        if (later != null) {
            later.leaveProfiles(wholeLater, true);
            later.leaveProfiles(timelineLater, false);
        }
    }

    /** The profiles of all signatures that the changes had or have. */
    private Map<Long, Long> profiles(List<RecordChange> changes, Map<Long, Long> signatures) throws SQLException {
        Set<Long> all = new HashSet<>(signatures.values());
        changes.forEach(change -> all.add(change.signatureBefore()));
        Map<Long, Long> profiles = new HashMap<>();
        Sql.each(connection, row -> profiles.put(row.getLong(1), row.getLong(2)), """
                SELECT s.id, s.profile_id FROM json_each(?) j
                CROSS JOIN signature s ON s.id = j.value WHERE s.profile_id IS NOT NULL""", Sql.json(all));
        return profiles;
    }

    /** Marks records as deleted, whatever their feeds. */
    void delete(List<Long> records) throws SQLException {
        Map<Long, List<RecordChange>> gone = new HashMap<>();
        Sql.each(
                connection,
                row -> gone.computeIfAbsent(row.getLong(2), feed -> new ArrayList<>())
                        .add(new RecordChange(row.getLong(1), false, row.getString(3), null, 0, null, row.getLong(4))),
                """
                SELECT r.id, r.feed_id, r.key, coalesce(s.signature_id, 0) FROM json_each(?) j
                CROSS JOIN record r ON r.id = j.value AND r.deleted = 0
                JOIN record_state s ON s.record_id = r.id""",
                Sql.json(records));
        for (var feed : gone.entrySet()) {
            keep(feed.getKey(), feed.getValue());
        }
    }
}
