package io.serai.bench;

import io.serai.bench.Retailer.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What ten times the rows cost: from 10,000 on in steps of ten, CPU seconds and memory of the usual work and bytes of the store. */
final class Growth {

    private static final long FIRST = 10_000;
    private static final int STEP = 10;

    private final Workplace work;
    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
    private final Map<String, List<Double>> megabytes = new LinkedHashMap<>();

    Growth(Workplace work) {
        this.work = work;
    }

    /**
     * One curve a kind of work: a value for each size.
     *
     * @param seconds of CPU
     * @param megabytes that the work had resident at most, and those of the store
     * @param bytes of the largest store
     */
    record Curves(
            List<Long> sizes,
            Map<String, List<Double>> seconds,
            Map<String, List<Double>> megabytes,
            StoreBytes bytes) {

        /** Tables in Markdown. */
        List<String> markdown() {
            List<String> lines = new ArrayList<>();
            table(lines, "CPU seconds", seconds, "%.2f");
            lines.add("");
            table(lines, "megabytes", megabytes, "%,.0f");
            lines.addAll(List.of("", "| table or index | bytes a record | bytes a profile |", "|---|---|---|"));
            bytes.bytes()
                    .forEach((name, all) -> lines.add("| %s | %.1f | %.1f |"
                            .formatted(name, (double) all / bytes.records(), (double) all / bytes.profiles())));
            return lines;
        }

        private void table(List<String> lines, String unit, Map<String, List<Double>> curves, String format) {
            StringBuilder head = new StringBuilder("| " + unit + " |");
            StringBuilder rule = new StringBuilder("|---|");
            for (long size : sizes) {
                head.append(" %,d |".formatted(size));
                rule.append("---|");
            }
            lines.add(head.toString());
            lines.add(rule.toString());
            curves.forEach((name, values) -> {
                StringBuilder line = new StringBuilder("| " + name + " |");
                values.forEach(value ->
                        line.append(" ").append(format.formatted(value)).append(" |"));
                lines.add(line.toString());
            });
        }
    }

    Curves measure() throws IOException, InterruptedException {
        List<Long> sizes = new ArrayList<>();
        long rows = work.retailer().rows();
        StoreBytes bytes = null;
        for (long size = Math.min(FIRST, rows); size <= rows; size *= STEP) {
            System.err.println("Growth: " + size + " rows");
            sizes.add(size);
            bytes = StoreBytes.of(at(size).store());
        }
        return new Curves(sizes, seconds, megabytes, bytes);
    }

    private BenchHome at(long size) throws IOException, InterruptedException {
        Retailer retailer = new Retailer(work.retailer().seed(), size, size);
        BenchHome home = work.home("growth-" + size).fresh().put(work.file(retailer, File.CUSTOMERS), "customers.csv");
        add("import", home.run("sync", "customers"));
        add("unchanged re-import", home.touch("customers.csv").run("sync", "customers"));
        add("export of a segment", home.run("sync", "export"));
        Measure segment = home.run("segment", "count", "british");
        add("segment", segment);
        add(seconds, "segment, inside", segment.inside().cpu());
        home.put(work.file(retailer, File.CHANGED), "customers.csv");
        add("re-import, 1 % changed", home.run("sync", "customers"));
        add("plan of the changes", home.run("plan", "export"));
        add("rebuild", home.run("resolve", "--full"));
        add(megabytes, "the store", Files.size(home.store()) / 1e6);
        return home;
    }

    private void add(String name, Measure measure) {
        System.err.printf("%s: %.2f CPU s, %d MB%n", name, measure.cpu(), measure.megabytes());
        add(seconds, name, measure.cpu());
        add(megabytes, name, measure.megabytes());
    }

    private static void add(Map<String, List<Double>> curves, String name, double value) {
        curves.computeIfAbsent(name, each -> new ArrayList<>()).add(value);
    }
}
