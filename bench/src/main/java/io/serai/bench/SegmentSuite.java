package io.serai.bench;

import io.serai.bench.Round.Amount;
import java.io.IOException;
import java.util.List;

/** Who is in a segment, against a scan of a narrow table of traits. Both by the clock, without the start of a program. */
final class SegmentSuite {

    private static final String SEGMENT = "hub segment count british, inside";
    private static final String COMMAND = "hub segment count british";
    private static final String SCAN = "scan of (trait_id, profile_id, value)";
    private static final int TRAITS = 12;

    private SegmentSuite() {}

    static Comparison of(Workplace work) throws IOException, InterruptedException {
        BenchHome home = work.full();
        long people =
                home.run("segment", "count", "everybody").answer().path("count").asLong();
        return new Comparison(
                List.of(
                        new Contestant(SEGMENT, () -> home.run("segment", "count", "british")
                                .inside()),
                        new Contestant(COMMAND, () -> home.run("segment", "count", "british")),
                        new Contestant(SCAN, () -> scan(work.limit(), people))),
                List.of(new Ratio(
                        "segment / narrow scan", 0.1, Amount.of(SEGMENT), Amount.of(SCAN), Ratio.Figure.WALL)));
    }

    private static Measure scan(Limit limit, long people) throws IOException, InterruptedException {
        return limit.kept(
                "traits-" + people,
                List.of(
                        "CREATE TABLE trait (trait_id INTEGER NOT NULL, profile_id INTEGER NOT NULL, value NOT NULL,"
                                + " PRIMARY KEY (trait_id, profile_id)) WITHOUT ROWID",
                        "WITH RECURSIVE name (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM name WHERE id < " + TRAITS
                                + "), person (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM person WHERE id < " + people
                                + ") INSERT INTO trait SELECT name.id, person.id, substr('GBDEFRESITNLPLSE', 1 + 2 *"
                                + " (person.id * 7919 % 8), 2) FROM name, person"),
                List.of("SELECT count(*) FROM trait WHERE trait_id = 5 AND value = 'GB'"));
    }
}
