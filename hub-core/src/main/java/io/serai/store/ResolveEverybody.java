package io.serai.store;

import io.serai.identity.match.FitSettings;
import io.serai.identity.match.Model;
import io.serai.identity.match.Sample;
import io.serai.profile.CollapseException;
import io.serai.profile.MergeGuard;
import io.serai.profile.ResolveReport;
import io.serai.profile.ResolveRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves everybody again, with a model learned from what the hub holds, in one transaction. */
final class ResolveEverybody {

    /** Fewer sayings than this teach nothing. */
    private static final int LEAST = 300;

    private final Connection connection;
    private final Derivation derivation;
    private final SqliteIngest ingest;
    private final long now;
    private final double maxMerges;
    private final Map<Long, String> causes = new HashMap<>();

    ResolveEverybody(Connection connection, Derivation derivation, SqliteIngest ingest, long now, double maxMerges) {
        this.connection = connection;
        this.derivation = derivation;
        this.ingest = ingest;
        this.now = now;
        this.maxMerges = maxMerges;
    }

    /** What was done; the caller undoes it when the report says that it was not applied. */
    ResolveReport run(ResolveRequest request) throws SQLException {
        long before = live();
        long previous =
                Sql.number(connection, "SELECT coalesce((SELECT version FROM match_model WHERE active = 1), 0)");
        ProfileDiff diff = ProfileDiff.begin(connection);
        Rederivation again = ingest.again(connection);
        long records =
                request.readAgain() || again.rulesChanged() ? again.records() : again.records(again.stale(), causes);
        long signatures = derivation.identity().matching().isPresent() ? learn() : 0;
        again.resolve(causes);
        diff.end();
        List<Long> merged = diff.merged();
        Optional<String> stopped = request.allowMerges() ? Optional.empty() : stop(diff);
        diff.tell(causes, now);
        return new ResolveReport(
                stopped.isEmpty() && !request.dryRun(),
                stopped,
                records,
                signatures,
                ingest.models().version(connection),
                previous,
                before,
                live(),
                merged.size(),
                diff.split(),
                Sql.number(connection, "SELECT count(*) FROM review WHERE status = 'open'"),
                diff.examples(causes));
    }

    private long live() throws SQLException {
        return Sql.number(connection, "SELECT count(*) FROM profile WHERE live = 1");
    }

    private Optional<String> stop(ProfileDiff diff) throws SQLException {
        try {
            diff.stopAt(new MergeGuard(maxMerges, "hub resolve --allow-merges"), causes);
            return Optional.empty();
        } catch (CollapseException tooMany) {
            return Optional.of(tooMany.getMessage());
        }
    }

    /** Fits a model on all that live signatures say; answers how many they are. */
    private long learn() throws SQLException {
        Sample sample =
                new Sample(derivation.identity().matching().orElseThrow().fields());
        Sql.each(
                connection,
                row -> sample.add(SaidText.read(row.getString(1))),
                "SELECT said FROM signature WHERE records > 0 AND said IS NOT NULL");
        if (sample.size() >= LEAST) {
            Model model = Model.fit(sample, FitSettings.usual());
            ingest.models().activate(connection, model, now, sample.size());
        }
        return sample.size();
    }
}
