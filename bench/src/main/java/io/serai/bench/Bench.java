package io.serai.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The benchmarks' command line. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Path install = Path.of(System.getProperty("serai.install")).toAbsolutePath();
        Suites suites = new Suites(install);
        switch (options.suite()) {
            case "people" -> accuracy(options, install, suites.people());
            case "customers" -> accuracy(options, install, suites.customers(options.rows(), options.seed()));
            case "calibration" -> calibration(options, install, suites);
            case "live" -> live(options, install);
            case "destinations" -> destinations(options, install);
            case "growth" -> growth(options, install);
            default -> {
                if (!AgainstLimits.has(options.suite())) {
                    System.err.println("There is no benchmark \"" + options.suite() + "\".\n" + Options.USAGE);
                    System.exit(2);
                }
                new AgainstLimits(install, options).run();
            }
        }
    }

    private static void accuracy(Options options, Path install, Map<String, Path> cases) throws Exception {
        FreshHub hub = new FreshHub(install);
        List<Measured> measured = new ArrayList<>();
        for (Map.Entry<String, Path> each : cases.entrySet()) {
            System.err.println("Measuring: " + each.getKey());
            measured.add(hub.evaluate(each.getKey(), each.getValue()));
        }
        if (options.json()) {
            print(measured.stream().map(Measured::json).toList());
        } else {
            new Figures(options.peers()).lines(measured).forEach(System.out::println);
        }
    }

    private static void calibration(Options options, Path install, Suites suites) throws Exception {
        Map<String, Path> cases = suites.customers(options.rows() == 0 ? 100_000 : options.rows(), options.seed());
        for (Map.Entry<String, Path> each : cases.entrySet()) {
            Measured measured = new FreshHub(install).evaluate(each.getKey(), each.getValue());
            if (options.json()) {
                print(measured.answer().path("calibration"));
            } else {
                new Reliability(measured.answer().path("calibration")).lines().forEach(System.out::println);
            }
        }
    }

    private static void growth(Options options, Path install) throws Exception {
        Growth.Curves curves = new Growth(new Workplace(install, options)).measure();
        if (options.json()) {
            print(curves);
        } else {
            curves.markdown().forEach(System.out::println);
        }
        if (options.keep()) {
            Results.of(install).keep(options, curves.markdown());
        }
    }

    private static void live(Options options, Path install) throws Exception {
        long rows = options.rows() == 0 ? Options.USUAL_ROWS : options.rows();
        Map<String, Object> figures = Live.measure(install, rows, options.again(), options.matching());
        if (options.json()) {
            print(figures);
        } else {
            System.out.printf(
                    "%s records of %s people, loaded in %.1f s, learnt from in %.1f s, %s MB%n",
                    figures.get("rows"),
                    figures.get("people"),
                    figures.get("load_s"),
                    figures.get("learn_s"),
                    figures.get("peak_mb"));
            System.out.printf(
                    "%-10s %8s %8s %8s %8s %10s%n", "RECORD", "COUNT", "P50 ms", "P99 ms", "MAX ms", "P99 cpu ms");
            for (String kind : List.of("new", "unchanged", "changed", "all")) {
                Map<?, ?> each = (Map<?, ?>) figures.get(kind);
                System.out.printf(
                        "%-10s %8s %8.2f %8.2f %8.2f %10.2f%n",
                        kind,
                        each.get("records"),
                        each.get("p50_ms"),
                        each.get("p99_ms"),
                        each.get("max_ms"),
                        each.get("p99_cpu_ms"));
            }
            Map<?, ?> most = (Map<?, ?>) figures.get("most");
            System.out.printf(
                    "%nFrom 256 senders, as many as are taken in: %s a second, %s microseconds of CPU each%n",
                    most.get("reached"), most.get("cpu_us"));
            LiveStream.print((List<?>) figures.get("stream"));
        }
    }

    private static void destinations(Options options, Path install) throws Exception {
        List<Map<String, Object>> measured =
                Destinations.measure(install, options.rows() == 0 ? 1_000_000 : options.rows());
        if (options.json()) {
            print(measured);
        } else {
            Destinations.print(measured);
        }
    }

    static void print(Object value) throws Exception {
        System.out.println(text(value));
    }

    static String text(Object value) throws IOException {
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
    }
}
