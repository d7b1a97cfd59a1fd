package io.serai.bench;

import io.serai.bench.Retailer.File;
import io.serai.bench.Round.Amount;
import java.util.List;

/** The landing with matching as it is by default, against the landing without it and the matching of the same rows alone. */
final class MatchingSuite {

    private static final String MATCHED = "hub sync customers, matching";
    private static final String EVALUATE = "hub evaluate";
    private static final String IDENTITY = "config/identity.yaml";

    private MatchingSuite() {}

    static Comparison of(Workplace work) {
        FreshHub hub = new FreshHub(work.install());
        return new Comparison(
                List.of(
                        work.landing(),
                        new Contestant(MATCHED, () -> {
                            BenchHome home = work.home(
                                            "matched-" + work.retailer().rows())
                                    .fresh()
                                    .put(work.file(File.CUSTOMERS), "customers.csv");
                            home.write(IDENTITY, home.read(IDENTITY).replace("matching: off\n", ""));
                            return home.run("sync", "customers");
                        }),
                        new Contestant(
                                EVALUATE,
                                () -> hub.run(
                                        "",
                                        List.of(
                                                "evaluate",
                                                work.file(File.LABELLED).toString(),
                                                "--truth",
                                                "cluster",
                                                "--json")))),
                List.of(Ratio.ofCpu(
                        "landing with matching / landing + evaluate",
                        1.2,
                        Amount.of(MATCHED),
                        Amount.of(Workplace.LANDING, EVALUATE))));
    }
}
