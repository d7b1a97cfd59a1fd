package io.serai.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The benchmarks that say how many times of a limit of this machine the hub takes. */
final class AgainstLimits {

    /** In the order of {@code all}. */
    private interface Suite {
        Comparison of(Workplace work) throws IOException, InterruptedException;
    }

    private static final Map<String, Suite> SUITES = suites();

    private final Path install;
    private final Options options;

    AgainstLimits(Path install, Options options) {
        this.install = install;
        this.options = options;
    }

    static boolean has(String suite) {
        return suite.equals("all") || SUITES.containsKey(suite);
    }

    void run() throws IOException, InterruptedException {
        Workplace work = new Workplace(install, options);
        Comparison comparison = new Comparison(List.of(), List.of());
        for (Map.Entry<String, Suite> suite : SUITES.entrySet()) {
            if (options.suite().equals("all") || options.suite().equals(suite.getKey())) {
                comparison = comparison.and(suite.getValue().of(work));
            }
        }
        RatioTable table = new RatioTable(comparison.run(options.rounds()));
        Map<String, Object> json = new LinkedHashMap<>(Map.of("suite", options.suite(), "rounds", options.rounds()));
        json.putAll(options.retailer().numbers());
        json.putAll(table.json());
        if (options.json()) {
            System.out.println(Bench.text(json));
        } else {
            table.lines().forEach(System.out::println);
        }
        if (options.keep()) {
            Results.of(install).keep(options, table.markdown());
        }
    }

    private static Map<String, Suite> suites() {
        Map<String, Suite> suites = new LinkedHashMap<>();
        suites.put("import", ImportSuite::of);
        suites.put("reimport", ReimportSuite::of);
        suites.put("segment", SegmentSuite::of);
        suites.put("diff", DiffSuite::of);
        suites.put("traits", TraitsSuite::of);
        suites.put("route", RouteSuite::of);
        suites.put("memory", MemorySuite::of);
        suites.put("matching", MatchingSuite::of);
        suites.put("start", StartSuite::of);
        return suites;
    }
}
