package io.serai.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.bench.Retailer.File;
import io.serai.bench.Round.Amount;
import java.io.IOException;
import java.util.List;

/** What a destination is to be sent after one customer of a hundred changed, against the difference of two tables of members in SQL. */
final class DiffSuite {

    private static final String PLAN = "hub plan export, inside";
    private static final String COMMAND = "hub plan export";
    private static final String EXCEPT = "SELECT ... EXCEPT SELECT";

    private DiffSuite() {}

    static Comparison of(Workplace work) throws IOException, InterruptedException {
        BenchHome home = work.home("diff-" + work.retailer().rows());
        home.fresh().put(work.file(File.CUSTOMERS), "customers.csv").run("sync", "customers");
        long members = home.run("sync", "export").answer().path("sent").asLong();
        home.put(work.file(File.CHANGED), "customers.csv").run("sync", "customers");
        return new Comparison(
                List.of(
                        new Contestant(COMMAND, () -> home.run("plan", "export")),
                        new Contestant(PLAN, () -> lastRun(home)),
                        new Contestant(EXCEPT, () -> except(work.limit(), members))),
                List.of(new Ratio(
                        "diff with changes / EXCEPT", 0.05, Amount.of(PLAN), Amount.of(EXCEPT), Ratio.Figure.WALL)));
    }

    /** What the run of the plan took, as the hub's own history says. */
    private static Measure lastRun(BenchHome home) throws IOException, InterruptedException {
        JsonNode runs = home.run("runs", "--limit", "1").answer();
        return new Measure(0, 0, 0, runs.path(0)).inside();
    }

    private static Measure except(Limit limit, long members) throws IOException, InterruptedException {
        String member = " (profile_id INTEGER PRIMARY KEY, hash INTEGER NOT NULL)";
        String people = "WITH RECURSIVE person (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM person WHERE id < "
                + Math.max(1, members) + ") INSERT INTO ";
        String hash = " SELECT id, (id * 2654435761) % 4611686018427387847";
        return limit.kept(
                "members-" + members,
                List.of(
                        "CREATE TABLE sent" + member,
                        "CREATE TABLE wanted" + member,
                        people + "sent" + hash + " FROM person",
                        people + "wanted" + hash + " + (id % 100 = 0) FROM person"),
                List.of("SELECT count(*) FROM (SELECT * FROM wanted EXCEPT SELECT * FROM sent)"));
    }
}
