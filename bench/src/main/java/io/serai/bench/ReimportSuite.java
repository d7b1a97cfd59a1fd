package io.serai.bench;

import io.serai.bench.Retailer.File;
import io.serai.bench.Round.Amount;
import java.util.List;

/** The same file again, and one in which a row of a hundred has changed. */
final class ReimportSuite {

    private static final String UNCHANGED = "hub sync customers, unchanged";
    private static final String CHANGED = "hub sync customers, 1 % changed";

    private ReimportSuite() {}

    static Comparison of(Workplace work) {
        return new Comparison(
                List.of(
                        work.landing(),
                        new Contestant(
                                UNCHANGED,
                                () -> work.landed().touch("customers.csv").run("sync", "customers")),
                        new Contestant(CHANGED, () -> work.landed()
                                .put(work.file(File.CHANGED), "customers.csv")
                                .run("sync", "customers"))),
                List.of(
                        Ratio.ofCpu(
                                "unchanged re-import / landing",
                                0.25,
                                Amount.of(UNCHANGED),
                                Amount.of(Workplace.LANDING)),
                        Ratio.ofCpu("1 % changed / landing", 0.35, Amount.of(CHANGED), Amount.of(Workplace.LANDING))));
    }
}
