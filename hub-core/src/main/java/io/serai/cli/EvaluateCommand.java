package io.serai.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.serai.HubHome;
import io.serai.identity.Columns;
import io.serai.identity.Evaluation;
import io.serai.identity.IdentityRules;
import io.serai.identity.People;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "evaluate", description = "Measure the identity rules on a labelled CSV: precision, recall and F1.")
final class EvaluateCommand extends Common implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A CSV with a header; .gz is unpacked.")
    private Path file;

    @Option(
            names = "--truth",
            paramLabel = "COLUMN",
            required = true,
            description = "The column that is equal for rows of one person.")
    private String truth;

    @Option(
            names = "--map",
            paramLabel = "NAME=COLUMN",
            split = ",",
            description = "What columns mean: email=mail,first_name=given. Guessed from the header when left out.")
    private Map<String, String> map = new LinkedHashMap<>();

    EvaluateCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file)) {
            throw new Refusal(ExitCode.USAGE, "There is no file " + file + " to read.");
        }
        IdentityRules rules =
                HubHome.load(home(), Home.install()).checked().config().identity();
        long started = System.nanoTime();
        List<Object> people = new ArrayList<>();
        int[] found = resolve(rules, people);
        Evaluation evaluation = Evaluation.of(found, people.toArray());
        double seconds = (System.nanoTime() - started) / 1e9;
        if (json()) {
            terminal().json(json(evaluation, seconds));
        } else {
            print(evaluation, seconds);
        }
        return ExitCode.OK;
    }

    private int[] resolve(IdentityRules rules, List<Object> people) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
            People engine = null;
            for (NamedCsvRecord row : rows) {
                if (engine == null) {
                    List<String> header = row.getHeader();
                    requireColumn(header, truth);
                    engine = new People(columns(header, rules));
                }
                people.add(row.findField(truth).orElse(""));
                Map<String, String> fields = new HashMap<>(row.getFieldsAsMap());
                fields.remove(truth);
                engine.add(fields);
            }
            if (engine == null) {
                throw new Refusal(ExitCode.USAGE, file + " has no rows.");
            }
            return engine.resolve();
        }
    }

    private Columns columns(List<String> header, IdentityRules rules) {
        List<String> usable =
                header.stream().filter(column -> !column.equals(truth)).toList();
        map.values().forEach(column -> requireColumn(header, column));
        try {
            return map.isEmpty() ? Columns.guess(usable, rules) : Columns.of(map, rules);
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(ExitCode.USAGE, unknown.getMessage() + ". See --map in: hub evaluate --help");
        }
    }

    private void requireColumn(List<String> header, String column) {
        if (!header.contains(column)) {
            throw new Refusal(
                    ExitCode.USAGE,
                    file + " has no column \"" + column + "\". Its columns are: " + String.join(", ", header) + ".");
        }
    }

    private Map<String, Object> json(Evaluation evaluation, double seconds) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rows", evaluation.rows());
        json.put("people", evaluation.people());
        json.put("clusters", evaluation.clusters());
        json.put("pairwise", json(evaluation.pairs()));
        json.put("cluster", json(evaluation.whole()));
        json.put("b_cubed", json(evaluation.bCubed()));
        json.put("wall_s", seconds);
        json.put("cpu_s", cpuSeconds());
        json.put("peak_mb", peakMegabytes());
        return json;
    }

    private static Map<String, Object> json(Evaluation.Score score) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("precision", score.precision());
        json.put("recall", score.recall());
        json.put("f1", score.f1());
        return json;
    }

    private void print(Evaluation evaluation, double seconds) {
        terminal()
                .line(evaluation.rows() + " rows of " + evaluation.people() + " people; " + evaluation.clusters()
                        + " found, in " + String.format(Locale.ROOT, "%.2f", seconds) + " s");
        Table table = new Table("MEASURE", "PRECISION", "RECALL", "F1");
        row(table, "pairs", evaluation.pairs());
        row(table, "whole clusters", evaluation.whole());
        row(table, "B-cubed", evaluation.bCubed());
        table.print(terminal());
    }

    private static void row(Table table, String name, Evaluation.Score score) {
        table.row(name, four(score.precision()), four(score.recall()), four(score.f1()));
    }

    private static String four(double number) {
        return String.format(Locale.ROOT, "%.4f", number);
    }

    private static double cpuSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    private static long peakMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .mapToLong(EvaluateCommand::peak)
                        .sum()
                / 1_000_000;
    }

    private static long peak(MemoryPoolMXBean pool) {
        return pool.getPeakUsage() == null ? 0 : pool.getPeakUsage().getUsed();
    }
}
