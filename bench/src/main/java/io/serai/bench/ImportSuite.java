package io.serai.bench;

import io.serai.bench.Retailer.File;
import io.serai.bench.Round.Amount;
import java.util.ArrayList;
import java.util.List;

/** From a CSV to profiles and out again, against SQLite's own import of the file and a copy of what came of it. */
final class ImportSuite {

    private static final String BARE = "sqlite3 .import, bare table";
    private static final String KEYED = "sqlite3 .import, table of records";
    private static final String COPY = "INSERT ... SELECT of the store";

    private static final List<String> RECORD = List.of(
            "CREATE TABLE record (id INTEGER PRIMARY KEY, feed_id INTEGER NOT NULL, key TEXT NOT NULL, payload TEXT NOT NULL,"
                    + " first_seen INTEGER NOT NULL, changed INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,"
                    + " UNIQUE (feed_id, key))");

    private ImportSuite() {}

    static Comparison of(Workplace work) {
        List<Contestant> contestants = new ArrayList<>();
        if (Limit.isSqliteHere()) {
            contestants.add(new Contestant(
                    BARE, () -> work.limit().imported(work.file(File.CUSTOMERS), "customers", List.of())));
            contestants.add(
                    new Contestant(KEYED, () -> work.limit().imported(work.file(File.RECORDS), "record", RECORD)));
        } else {
            System.err.println("sqlite3 is not on this machine: the ratios to its .import are left out.");
        }
        contestants.add(work.landing());
        contestants.add(work.export());
        contestants.add(new Contestant(COPY, () -> new StoreCopy(work.landed().store()).measure(work.limit())));
        return new Comparison(
                contestants,
                List.of(
                        Ratio.ofCpu("landing / bare .import", 1.5, Amount.of(Workplace.LANDING), Amount.of(BARE)),
                        Ratio.ofCpu("landing / keyed .import", 1.0, Amount.of(Workplace.LANDING), Amount.of(KEYED)),
                        Ratio.ofCpu(
                                "CSV to export / copy of the store",
                                2.5,
                                Amount.of(Workplace.LANDING, Workplace.EXPORT),
                                Amount.of(COPY))));
    }
}
