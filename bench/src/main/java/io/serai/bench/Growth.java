package io.serai.bench;

import io.serai.bench.Retailer.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What ten times the rows cost: from 10,000 on in steps of ten, CPU seconds of the usual work and bytes of the store. */
final class Growth {

    private static final long FIRST = 10_000;
    private static final int STEP = 10;

    private final Workplace work;

    Growth(Workplace work) {
        this.work = work;
    }

    /** One curve a kind of work: a value for each size. */
    record Curves(List<Long> sizes, Map<String, List<Double>> curves, Map<String, Double> bytesPerRecord) {

        /** Tables in Markdown. */
        List<String> markdown() {
            List<String> lines = new ArrayList<>();
            StringBuilder head = new StringBuilder("| CPU seconds |");
            StringBuilder rule = new StringBuilder("|---|");
            for (long size : sizes) {
                head.append(" %,d |".formatted(size));
                rule.append("---|");
            }
            lines.add(head.toString());
            lines.add(rule.toString());
            curves.forEach((name, values) -> {
                StringBuilder line = new StringBuilder("| " + name + " |");
                values.forEach(value -> line.append(" %.2f |".formatted(value)));
                lines.add(line.toString());
            });
            lines.addAll(List.of("", "| table or index | bytes a record |", "|---|---|"));
            bytesPerRecord.forEach((name, bytes) -> lines.add("| %s | %.1f |".formatted(name, bytes)));
            return lines;
        }
    }

    Curves measure() throws IOException, InterruptedException {
        List<Long> sizes = new ArrayList<>();
        Map<String, List<Double>> curves = new LinkedHashMap<>();
        Map<String, Double> bytes = Map.of();
        for (long size = Math.min(FIRST, work.retailer().rows());
                size <= work.retailer().rows();
                size *= STEP) {
            System.err.println("Growth: " + size + " rows");
            sizes.add(size);
            BenchHome home = at(size, curves);
            bytes = StoreBytes.of(home.store()).perRecord(size);
        }
        return new Curves(sizes, curves, bytes);
    }

    private BenchHome at(long size, Map<String, List<Double>> curves) throws IOException, InterruptedException {
        Retailer retailer = new Retailer(work.retailer().seed(), size, size);
        BenchHome home = work.home("growth-" + size).fresh().put(work.file(retailer, File.CUSTOMERS), "customers.csv");
        add(curves, "import", home.run("sync", "customers").cpu());
        add(
                curves,
                "unchanged re-import",
                home.touch("customers.csv").run("sync", "customers").cpu());
        add(curves, "export of a segment", home.run("sync", "export").cpu());
        add(
                curves,
                "segment, inside",
                home.run("segment", "count", "british").inside().cpu());
        home.put(work.file(retailer, File.CHANGED), "customers.csv");
        add(curves, "re-import, 1 % changed", home.run("sync", "customers").cpu());
        add(curves, "plan of the changes", home.run("plan", "export").cpu());
        add(curves, "rebuild", home.run("resolve", "--full").cpu());
        add(curves, "megabytes of the store", Files.size(home.store()) / 1e6);
        return home;
    }

    private static void add(Map<String, List<Double>> curves, String name, double value) {
        curves.computeIfAbsent(name, each -> new ArrayList<>()).add(value);
    }
}
