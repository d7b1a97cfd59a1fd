package io.serai.store;

import io.serai.profile.CollapseException;
import io.serai.profile.MergeGuard;
import io.serai.record.Mapping;
import io.serai.record.Payload;
import io.serai.record.SourceRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Derives again what was derived before: from the records kept, under the rules and the model of today. */
final class Rederivation {

    private static final int PAGE = 5000;

    private final Connection connection;
    private final Derivation derivation;
    private final ModelTable models;
    private final long now;

    Rederivation(Connection connection, Derivation derivation, ModelTable models, long now) {
        this.connection = connection;
        this.derivation = derivation;
        this.models = models;
        this.now = now;
    }

    /**
     * Brings everything up to date when the identity rules or the model are not those by which it was derived.
     *
     * @param guard may stop it
     * @return how many records were read
     * @throws CollapseException when too many profiles would become others'; nothing may be kept then
     */
    long ifRulesChanged(MergeGuard guard) throws SQLException {
        if (derivedWith().isEmpty()) {
            saveRules();
            return 0;
        }
        boolean rules = rulesChanged();
        if (!rules && models.version(connection) == matchedBy()) {
            return 0;
        }
        ProfileDiff diff = ProfileDiff.begin(connection);
        Map<Long, String> causes = new HashMap<>();
        long read = rules ? records() : 0;
        resolve(causes);
        diff.end();
        try {
            diff.stopAt(guard, causes);
        } catch (CollapseException stopped) {
            throw new CollapseException(
                    stopped.merges(),
                    (rules
                                    ? "config/identity.yaml has changed since the last time. "
                                    : "This hub matches by another model than the last time. ")
                            + stopped.getMessage());
        }
        diff.tell(causes, now);
        return read;
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
        if (rulesChanged()) {
            new MatchTables(connection).forgetSayings(derivation.identity(), models.likeness(connection));
        }
        long read = 0;
        for (FeedTable.Feed feed : FeedTable.all(connection)) {
            Optional<Mapping> mapping = derivation.mapping(feed.mapping());
            if (mapping.isPresent()) {
                read += records(feed, mapping.get(), keeping().untold());
            }
        }
        saveRules();
        return read;
    }

    /** Reads the records of one feed again; answers how many. */
    long records(FeedTable.Feed feed, Mapping mapping, PageKeeping keeping) throws SQLException {
        FeedTable.saveVersion(connection, feed.id(), mapping);
        Sql.update(
                connection,
                "UPDATE record_state SET hash = 0 WHERE record_id IN (SELECT id FROM record WHERE feed_id = ?)",
                feed.id());
        long last = 0;
        long read = 0;
        List<RecordTable.Stored> page;
        do {
            page = RecordTable.after(connection, feed.id(), last, PAGE);
            List<SourceRecord> records = new ArrayList<>(page.size());
            for (RecordTable.Stored record : page) {
                last = record.id();
                records.add(new SourceRecord(record.key(), Payload.fields(record.payload()), false));
            }
            keeping.keep(
                    feed.id(), new PageDetection(connection, derivation, mapping, feed.id(), records, null).changes());
            read += page.size();
        } while (page.size() == PAGE);
        return read;
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
        if (models.likeness(connection) != null && models.version(connection) != matchedBy()) {
            new MatchTables(connection)
                    .rebuild(derivation.identity(), models.likeness(connection), models.model(connection));
            saveRules();
        }
        everybody(causes);
    }

    /** Looks at every live signature again, and tells of what changes. */
    void recheck() throws SQLException {
        ProfileDiff diff = ProfileDiff.begin(connection);
        Map<Long, String> causes = new HashMap<>();
        everybody(causes);
        diff.end().tell(causes, now);
    }

    private void everybody(Map<Long, String> causes) throws SQLException {
        Everybody everybody = Everybody.load(connection, derivation.identity(), models.likeness(connection));
        for (List<Long> page = everybody.next(PAGE); !page.isEmpty(); page = everybody.next(PAGE)) {
            IdentityStep step = new IdentityStep(connection, derivation.identity(), models.likeness(connection), now)
                    .untold(causes);
            new ProfileRefresh(connection, derivation).refresh(step.recheck(page), Set.of());
        }
    }

    /** Whether the store was derived with other identity rules than today's. */
    boolean rulesChanged() throws SQLException {
        return !today().equals(derivedWith());
    }

    private String today() {
        return String.valueOf(derivation.identity().version());
    }

    private String derivedWith() throws SQLException {
        return Sql.first(connection, row -> row.getString(1), "SELECT value FROM meta WHERE key = 'identity_rules'")
                .orElse("");
    }

    private long matchedBy() throws SQLException {
        return Sql.number(connection, "SELECT cast(value AS INTEGER) FROM meta WHERE key = 'match_model'");
    }

    private void saveRules() throws SQLException {
        try (Batch save = new Batch(
                connection,
                "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value")) {
            save.add("identity_rules", today());
            save.add("match_model", String.valueOf(models.version(connection)));
            save.flush();
        }
    }
}
