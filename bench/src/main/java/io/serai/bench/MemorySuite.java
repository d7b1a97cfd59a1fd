package io.serai.bench;

import io.serai.bench.Ratio.Figure;
import io.serai.bench.Retailer.File;
import io.serai.bench.Round.Amount;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Whether memory grows with the number of rows, and what less of it costs a rebuild. */
final class MemorySuite {

    private static final String AMPLE = "hub resolve --full, -Xmx512m";
    private static final String SCARCE = "hub resolve --full, -Xmx256m";

    /** What may grow: a key, a hash and a place for every record. */
    private static final double BYTES_A_ROW = 24;

    private static final double FLAT = 1.1;

    private MemorySuite() {}

    static Comparison of(Workplace work) throws IOException, InterruptedException {
        long rows = work.retailer().rows();
        List<Contestant> contestants = new ArrayList<>(List.of(landing(work, rows / 10), work.landing()));
        List<Ratio> ratios = new ArrayList<>(List.of(flat(name(rows / 10), Workplace.LANDING, rows - rows / 10)));
        if (work.isTenfold()) {
            contestants.add(landing(work, rows * 10));
            ratios.add(flat(Workplace.LANDING, name(rows * 10), rows * 9));
        }
        BenchHome full = work.full();
        contestants.add(new Contestant(AMPLE, () -> full.run("resolve", "--full")));
        contestants.add(new Contestant(SCARCE, () -> full.runIn("-Xmx256m", "resolve", "--full")));
        ratios.add(Ratio.ofCpu("rebuild in 256 MB / in 512 MB", FLAT, Amount.of(SCARCE), Amount.of(AMPLE)));
        return new Comparison(contestants, ratios);
    }

    private static Contestant landing(Workplace work, long rows) {
        Retailer other = new Retailer(work.retailer().seed(), Math.max(1, rows), Math.max(1, rows));
        return new Contestant(name(rows), () -> work.home("landed-" + rows)
                .fresh()
                .put(work.file(other, File.CUSTOMERS), "customers.csv")
                .run("sync", "customers"));
    }

    private static String name(long rows) {
        return Workplace.LANDING + ", " + rows + " rows";
    }

    private static Ratio flat(String few, String many, long more) {
        return new Ratio(
                "memory of " + many + " / of a tenth",
                FLAT,
                Amount.of(many),
                new Grown(Amount.of(few), more * BYTES_A_ROW / 1e6),
                Figure.MEMORY);
    }

    /** A smaller peak and the megabytes that it may have grown by. */
    private record Grown(Amount few, double megabytes) implements Amount {

        @Override
        public double of(Round round, ToDoubleFunction<Measure> figure) {
            return few.of(round, figure) + megabytes;
        }

        @Override
        public boolean isKnown(Round round) {
            return few.isKnown(round);
        }
    }
}
