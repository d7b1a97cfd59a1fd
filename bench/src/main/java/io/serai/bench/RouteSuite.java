package io.serai.bench;

import io.serai.bench.Retailer.File;
import io.serai.bench.Round.Amount;
import java.util.List;

/** The landing through a route, against the same loop without Camel. */
final class RouteSuite {

    private static final String LOOP = "the same without Camel";

    private RouteSuite() {}

    static Comparison of(Workplace work) {
        return new Comparison(
                List.of(work.landing(), new Contestant(LOOP, () -> {
                    BenchHome home = work.home("loop-" + work.retailer().rows())
                            .fresh()
                            .put(work.file(File.CUSTOMERS), "customers.csv");
                    return JavaCommand.of(
                                    work.install(),
                                    BenchHome.HEAP,
                                    PlainLoop.class,
                                    home.folder().toString())
                            .run();
                })),
                List.of(Ratio.ofCpu("landing / without Camel", 1.1, Amount.of(Workplace.LANDING), Amount.of(LOOP))));
    }
}
