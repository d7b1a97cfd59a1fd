package io.serai.store;

import io.serai.identity.Explainer;
import io.serai.identity.Explanation;
import io.serai.identity.Identifier;
import io.serai.identity.Likeness;
import io.serai.identity.PairStory;
import io.serai.identity.match.Score;
import io.serai.profile.IdentityDesk;
import io.serai.profile.MergeGuard;
import io.serai.profile.PairExplanation;
import io.serai.profile.ProfileId;
import io.serai.profile.ResolveReport;
import io.serai.profile.ResolveRequest;
import io.serai.profile.Review;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Explanations, decisions and erasure in SQLite. */
public final class SqliteIdentityDesk implements IdentityDesk {

    private final SqliteDatabase database;
    private final Derivation derivation;
    private final SqliteIngest ingest;
    private final Clock clock;
    private final double maxMerges;

    public SqliteIdentityDesk(SqliteDatabase database, Derivation derivation, SqliteIngest ingest, Clock clock) {
        this(database, derivation, ingest, clock, MergeGuard.USUAL);
    }

    /** @param maxMerges the largest part of all profiles that resolving everybody may merge into others, 0 to 1 */
    public SqliteIdentityDesk(
            SqliteDatabase database, Derivation derivation, SqliteIngest ingest, Clock clock, double maxMerges) {
        this.maxMerges = maxMerges;
        this.database = database;
        this.derivation = derivation;
        this.ingest = ingest;
        this.clock = clock;
    }

    @Override
    public List<String> why(long profile) {
        return database.read(connection -> {
            Names names = Names.of(connection, "identifier_name");
            Explanation explanation = explainer(connection, names).explain(Members.of(connection, profile));
            SignatureNames called = new SignatureNames(connection);
            List<String> sentences = new ArrayList<>(explanation.sentences(
                    called::records, signature -> ProfileId.text(called.profile(signature)), called::since));
            if (!explanation.alike().isEmpty()) {
                sentences.add("What is alike is judged by model "
                        + Long.toHexString(ingest.models().version(connection)) + ".");
            }
            sentences.addAll(IgnoredValues.sentences(connection, derivation, profile));
            return sentences;
        });
    }

    @Override
    public Optional<String> weakestLink(long profile) {
        return database.read(connection -> {
            Names names = Names.of(connection, "identifier_name");
            SignatureNames called = new SignatureNames(connection);
            return explainer(connection, names).explain(Members.of(connection, profile)).alike().stream()
                    .min(Comparator.comparingInt(pair -> pair.score().weight()))
                    .map(pair -> called.records(pair.left()) + " and " + called.records(pair.right()));
        });
    }

    /** Takes a report out of a transaction that is undone. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient ResolveReport report;

        Undone(ResolveReport report) {
            super("undone", null, false, false);
            this.report = report;
        }
    }

    private Explainer explainer(Connection connection, Names names) throws SQLException {
        Likeness likeness = ingest.models().likeness(connection);
        return new Explainer(
                derivation.identity(),
                new SqliteSignatureIndex(connection, names),
                likeness,
                likeness == null ? null : new SqliteMatchIndex(connection));
    }

    @Override
    public long join(long left, long right) {
        return database.writeLasting(connection -> {
            long leftRecord = Members.speakingRecord(connection, left);
            long rightRecord = Members.speakingRecord(connection, right);
            DecisionTable decisions = decisions(connection);
            decisions.takeBackSplits(left, right);
            decisions.decide(DecisionTable.JOIN, leftRecord, rightRecord);
            recheck(
                    connection,
                    Set.of(Members.signature(connection, leftRecord), Members.signature(connection, rightRecord)));
            return Members.profileOfRecord(connection, leftRecord);
        });
    }

    @Override
    public long split(long profile, long record) {
        return database.writeLasting(connection -> {
            long own = Members.signature(connection, record);
            List<Long> members = Members.of(connection, profile);
            Set<Long> part = explainer(connection, Names.of(connection, "identifier_name"))
                    .part(members, own);
            if (part.containsAll(members)) {
                part = Set.of(own);
            }
            if (part.containsAll(members)) {
                throw new StoreException("All records of " + ProfileId.text(profile)
                        + " say the same about who they are; there is nothing to split.");
            }
            DecisionTable decisions = decisions(connection);
            decisions.takeBackJoins(profile, part);
            for (long other : members) {
                if (!part.contains(other)) {
                    decisions.decide(DecisionTable.SPLIT, record, Members.anyRecord(connection, other));
                }
            }
            recheck(connection, Set.copyOf(members));
            return Members.profileOfRecord(connection, record);
        });
    }

    private DecisionTable decisions(Connection connection) {
        return new DecisionTable(connection, clock.millis());
    }

    private void recheck(Connection connection, Set<Long> signatures) throws SQLException {
        IdentityStep step = new IdentityStep(
                connection, derivation.identity(), ingest.models().likeness(connection), clock.millis());
        new ProfileRefresh(connection, derivation, clock.millis())
                .refresh(step.recheck(signatures).whole(), Set.of(), Set.of());
    }

    @Override
    public int erase(long profile) {
        return database.writeLasting(connection -> {
            Names names = Names.of(connection, "identifier_name");
            List<Identifier> identifiers = Sql.list(
                    connection, row -> new Identifier(names.name(row.getLong(1)), row.getString(2)), """
                    SELECT DISTINCT i.name_id, i.value FROM signature s
                    JOIN signature_identifier i ON i.signature_id = s.id WHERE s.profile_id = ? AND s.records > 0""", profile);
            List<Long> records = Sql.list(connection, row -> row.getLong(1), """
                    SELECT rs.record_id FROM signature s JOIN record_state rs ON rs.signature_id = s.id
                    WHERE s.profile_id = ?""", profile);
            SqliteSuppressions.add(connection, identifiers, clock.millis());
            ingest.delete(connection, records);
            new Erasure(connection).forget(profile, records);
            return records.size();
        });
    }

    @Override
    public long resolveAll() {
        return ingest.rederive();
    }

    @Override
    public void resolve() {
        database.writeLasting(connection -> {
            ingest.again(connection).recheck();
            return null;
        });
    }

    @Override
    public ResolveReport resolve(ResolveRequest request) {
        try {
            return database.writeLasting(connection -> {
                ResolveReport report =
                        new ResolveEverybody(connection, derivation, ingest, clock.millis(), maxMerges).run(request);
                if (!report.applied()) {
                    throw new Undone(report);
                }
                return report;
            });
        } catch (Undone undone) {
            return undone.report;
        }
    }

    @Override
    public PairExplanation why(long left, long right) {
        return database.read(connection -> {
            PairStory story = explainer(connection, Names.of(connection, "identifier_name"))
                    .compare(Members.of(connection, left), Members.of(connection, right));
            SignatureNames called = new SignatureNames(connection);
            return new PairExplanation(
                    left,
                    right,
                    called.records(story.left().id()),
                    called.records(story.right().id()),
                    story.score()
                            .map(score -> OptionalDouble.of(score.probability()))
                            .orElse(OptionalDouble.empty()),
                    story.score().map(score -> score.weight() / 100.0).orElse(0.0),
                    story.score().map(Score::household).orElse(0.0),
                    story.score().map(ReviewTable::weights).orElse(List.of()),
                    story.between().name().toLowerCase(Locale.ROOT),
                    story.sentences(called::records));
        });
    }

    @Override
    public List<Review> reviews(int limit) {
        return database.read(connection -> new ReviewTable(connection)
                .open(
                        explainer(connection, Names.of(connection, "identifier_name")),
                        new SignatureNames(connection),
                        limit));
    }

    @Override
    public long accept(long review) {
        return database.writeLasting(connection -> {
            ReviewTable.Pair pair = new ReviewTable(connection).decide(review, "accepted");
            SignatureNames called = new SignatureNames(connection);
            DecisionTable decisions = decisions(connection);
            decisions.takeBackSplits(called.profile(pair.left()), called.profile(pair.right()));
            decisions.decide(DecisionTable.JOIN, pair.leftRecord(), pair.rightRecord());
            recheck(connection, Set.of(pair.left(), pair.right()));
            return called.profile(pair.left());
        });
    }

    @Override
    public void reject(long review) {
        database.writeLasting(connection -> {
            ReviewTable.Pair pair = new ReviewTable(connection).decide(review, "rejected");
            decisions(connection).decide(DecisionTable.SPLIT, pair.leftRecord(), pair.rightRecord());
            recheck(connection, Set.of(pair.left(), pair.right()));
            return null;
        });
    }
}
