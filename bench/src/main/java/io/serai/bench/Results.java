package io.serai.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** {@code bench/RESULTS.md}: of every benchmark its last kept run, with the machine, the day and the commit. */
final class Results {

    private static final String HEADING = "## ";
    private static final String INTRODUCTION = """
            # Results

            Of every benchmark the last run that was kept (`bench/run all`, or `--keep` with any other). A change that worsens a ratio by more
            than a tenth is explained in its commit. What is measured and how: [README](README.md).
            """;

    private final Path install;
    private final Path file;

    private Results(Path install, Path file) {
        this.install = install;
        this.file = file;
    }

    static Results of(Path install) {
        return new Results(install, install.resolve("bench/RESULTS.md"));
    }

    /** Puts these lines in the place of what the same benchmark left before. */
    void keep(Options options, List<String> markdown) throws IOException {
        Map<String, List<String>> sections = sections();
        List<String> section = new ArrayList<>(List.of("", about(options), ""));
        section.addAll(markdown);
        sections.put(options.suite(), section);
        StringBuilder text = new StringBuilder(INTRODUCTION);
        sections.forEach((suite, lines) -> text.append('\n')
                .append(HEADING)
                .append(suite)
                .append('\n')
                .append(String.join("\n", lines).stripTrailing())
                .append('\n'));
        Files.writeString(file, text);
    }

    private Map<String, List<String>> sections() throws IOException {
        Map<String, List<String>> sections = new TreeMap<>();
        List<String> current = new ArrayList<>();
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            if (line.startsWith(HEADING)) {
                current = new ArrayList<>();
                sections.put(line.substring(HEADING.length()), current);
            } else {
                current.add(line);
            }
        }
        return sections;
    }

    private String about(Options options) {
        Retailer retailer = options.retailer();
        return String.format(
                Locale.ROOT,
                "%s, commit %s, %,d rows, %,d orders, seed %d, %d rounds. %s, %d cores, %s %s, Java %s. `bench/run %s`",
                LocalDate.now(ZoneOffset.UTC),
                commit(),
                retailer.rows(),
                retailer.orders(),
                options.seed(),
                options.rounds(),
                processor(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("java.version"),
                options.suite());
    }

    /** The figures that were kept before do not make it another one. */
    private String commit() {
        String name = git("describe", "--always");
        boolean changed =
                !git("status", "--porcelain", "--", ".", ":!bench/RESULTS.md").isEmpty();
        return name.isEmpty() ? "unknown" : changed ? name + "-dirty" : name;
    }

    private String git(String... words) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        try {
            Process git = new ProcessBuilder(command)
                    .directory(install.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException noGit) {
            return "";
        }
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException notLinux) {
            return System.getProperty("os.arch");
        }
    }
}
