package io.serai.cli;

import io.serai.HubHome;
import io.serai.config.HubConfig;
import io.serai.identity.Columns;
import io.serai.identity.Evaluation;
import io.serai.identity.IdentifierRule;
import io.serai.identity.IdentityRules;
import io.serai.identity.People;
import io.serai.identity.match.FitSettings;
import io.serai.identity.report.MatchPage;
import io.serai.identity.report.MatchReport;
import io.serai.identity.report.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "evaluate",
        description = "Find the people in a labelled CSV and measure how well: precision, recall, F1, calibration.")
final class EvaluateCommand extends Common implements Callable<Integer> {

    private static final IdentityRules NO_RULES = new IdentityRules(List.of(), 0);
    /** Of columns that cannot be used, so many are told with the reason. */
    private static final int SHOWN = 12;

    @Parameters(paramLabel = "FILE", description = "A CSV with a header; gzip is unpacked.")
    private Path file;

    @Option(
            names = "--truth",
            paramLabel = "COLUMN",
            required = true,
            description = "The column that is equal for rows of one person; its number where the file has no header.")
    private String truth;

    @Option(
            names = "--map",
            paramLabel = "NAME=COLUMN",
            split = ",",
            description =
                    "What columns mean: email=mail,first_name=given. Guessed from header and values when left out.")
    private List<String> map = new ArrayList<>();

    @Option(
            names = "--as-hub",
            description =
                    "Take the rows as this home's hub would, by its identifiers, limits and thresholds; else two rows are one person when that is likelier than not.")
    private boolean asHub;

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description =
                    "Write a page with weights, scores, examples and their evidence. It shows values of the file.")
    private Path report;

    EvaluateCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() throws IOException {
        requireWritable();
        Optional<HubConfig> home = homeAround();
        IdentityRules rules = home.map(HubConfig::identity).orElse(NO_RULES);
        long started = System.nanoTime();
        LabelledFile table = LabelledFile.read(file, truth);
        double readSeconds = (System.nanoTime() - started) / 1e9;
        table.doubt().ifPresent(terminal()::say);
        boolean matchingOff = home.map(HubConfig::matchingOff).orElse(false);
        Columns columns = comparable(columns(table, rules), matchingOff);
        People people = people(columns, table.headers(), matchingOff, home);
        table.rows().forEach(people::add);
        People.Result found = people.resolve(FitSettings.usual());
        double wall = (System.nanoTime() - started) / 1e9;
        Cost cost = Cost.untilNow();
        Evaluation evaluation = Evaluation.of(found.people(), labels(table.truth()));
        Map<String, Double> seconds = seconds(readSeconds, found.seconds());
        Trial trial = new Trial(table.headers(), table.rows(), table.truth(), columns, found);
        MatchReport measured = MatchReport.of(file.getFileName().toString(), trial, evaluation, seconds, wall);
        EvaluationText text = new EvaluationText(measured, cost.untilEnd());
        if (json()) {
            terminal().json(text.json());
        } else {
            text.print(terminal());
        }
        if (report != null) {
            Files.writeString(report, MatchPage.of(measured, trial));
            terminal()
                    .say("The report is " + report + ". It shows values of " + file.getFileName()
                            + ": keep it as you keep that file.");
        }
        return ExitCode.OK;
    }

    /** Asked how a hub would do, its identifiers, limits and thresholds hold where the file has any of its identifiers. */
    private People people(Columns columns, List<String> headers, boolean matchingOff, Optional<HubConfig> home) {
        if (matchingOff) {
            return People.byIdentifiers(columns, headers);
        }
        List<IdentifierRule> used = columns.rules().identifiers();
        boolean obeying = asHub
                && !used.isEmpty()
                && home.orElseThrow().identity().identifiers().containsAll(used);
        return obeying ? People.byRules(columns, headers) : new People(columns, headers);
    }

    private void requireWritable() {
        if (report != null) {
            Path folder = report.toAbsolutePath().getParent();
            if (Files.isDirectory(report) || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
                throw Refusal.usage("The report cannot be written to " + report + ".");
            }
        }
    }

    /** Inside a hub home its rules hold for columns that bear their names; anywhere else there are none. */
    private Optional<HubConfig> homeAround() {
        try {
            return Optional.of(HubHome.load(home(), Home.install()).checked().config());
        } catch (Refusal noHome) {
            if (isHomeNamed() || asHub) {
                throw noHome;
            }
            return Optional.empty();
        }
    }

    private Columns columns(LabelledFile table, IdentityRules rules) {
        Map<String, String> told = ColumnMap.read(map, truth);
        try {
            return told.isEmpty()
                    ? Columns.guess(table.headers(), table.rows(), rules)
                    : Columns.of(told, table.headers(), table.rows(), rules);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.usage("--map: " + unknown.getMessage() + ". See: hub evaluate --help");
        }
    }

    /** Refuses columns that can find nobody, and leaves identifiers alone where they shall decide alone. */
    private Columns comparable(Columns columns, boolean matchingOff) {
        boolean compared = !matchingOff && columns.fields().size() >= People.FIELDS;
        Columns used = compared
                ? columns
                : columns.identifiersAlone(
                        matchingOff
                                ? "config/identity.yaml says matching: off"
                                : "compared alone it tells nobody from another");
        if (!compared && used.identifiers().isEmpty()) {
            foundNobody(used, matchingOff);
        }
        return used;
    }

    /** By identifiers alone, a file without any is a figure; nobody asked for it when matching is on. */
    private void foundNobody(Columns used, boolean matchingOff) {
        if (matchingOff) {
            terminal()
                    .say("No column of " + file + " is an identifier of this home, and config/identity.yaml says"
                            + " matching: off: everybody stands alone.");
        } else {
            StringBuilder why = new StringBuilder();
            used.ignored().entrySet().stream().limit(SHOWN).forEach(each -> why.append(why.isEmpty() ? "" : "; ")
                    .append('"')
                    .append(each.getKey())
                    .append("\": ")
                    .append(each.getValue()));
            throw Refusal.usage("The columns of " + file + " find nobody (" + why
                    + (used.ignored().size() > SHOWN ? "; and so on" : "")
                    + "). Say what columns mean with --map, as in --map first_name=COLUMN,birth_date=COLUMN");
        }
    }

    private static Map<String, Double> seconds(double read, Map<String, Double> phases) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        seconds.put("open", read);
        seconds.putAll(phases);
        return seconds;
    }

    private static Object[] labels(int[] truth) {
        return Arrays.stream(truth)
                .mapToObj(person -> person < 0 ? "" : (Object) person)
                .toArray();
    }
}
