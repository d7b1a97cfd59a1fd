package io.serai.bench;

import io.serai.bench.Retailer.File;
import io.serai.bench.Round.Amount;
import java.util.List;

/** The landing through a route, against the same loop without Camel. */
final class RouteSuite {

    private static final String LOOP = "the same without Camel";

    /** As {@code hub sync} has them, but for the archive of classes, which does not fit a longer class path. */
    private static final List<String> OPTIONS = List.of(
            BenchHome.HEAP,
            "-XX:Tier4InvocationThreshold=200000",
            "-XX:Tier4MinInvocationThreshold=24000",
            "-XX:Tier4CompileThreshold=600000",
            "-XX:Tier4BackEdgeThreshold=1600000");

    private RouteSuite() {}

    static Comparison of(Workplace work) {
        return new Comparison(
                List.of(work.landing(), new Contestant(LOOP, () -> {
                    BenchHome home = work.home("loop-" + work.retailer().rows())
                            .fresh()
                            .put(work.file(File.CUSTOMERS), "customers.csv");
                    return JavaCommand.of(
                                    work.install(),
                                    OPTIONS,
                                    PlainLoop.class,
                                    home.folder().toString())
                            .run();
                })),
                List.of(Ratio.ofCpu("landing / without Camel", 1.1, Amount.of(Workplace.LANDING), Amount.of(LOOP))));
    }
}
