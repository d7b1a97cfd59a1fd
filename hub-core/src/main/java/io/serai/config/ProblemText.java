package io.serai.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Problems as text, with the line they stand on and a caret:
 *
 * <pre>
 * config/mappings/out-vips.yaml:4:58: "lifetime_valeu" is not a trait. Did you mean "lifetime_value"?
 *   fields: { profile_id: profile_id, email: email, ltv: { from: lifetime_valeu, round: 2 } }
 *                                                                ^
 * </pre>
 */
public final class ProblemText {

    private static final int WIDEST = 160;

    private final Path home;
    private final Set<String> secrets;
    private final Map<String, List<String>> files = new HashMap<>();

    /**
     * @param home the home in which the problems' files are
     * @param secrets the names of the settings whose values are not shown
     */
    public ProblemText(Path home, Set<String> secrets) {
        this.home = home;
        this.secrets = Set.copyOf(secrets);
    }

    /** One problem, without a line break at its end. */
    public String render(Problem problem) {
        Parts parts = parts(problem);
        String first = problem.position() + ": " + parts.kind() + parts.sentence();
        return parts.source().isEmpty() ? first : first + "\n  " + parts.source() + "\n  " + parts.caret();
    }

    /**
     * The same in pieces, for those who colour them.
     *
     * @param kind empty for an error, {@code warning: } else
     * @param sentence message and hint
     * @param source the line of the file; empty when there is none to show
     * @param caret white space and a caret
     */
    public record Parts(String kind, String sentence, String source, String caret) {}

    /** One problem in pieces. */
    public Parts parts(Problem problem) {
        String kind = problem.severity() == Problem.Severity.WARNING ? "warning: " : "";
        String sentence = problem.message() + (problem.hint().isEmpty() ? "" : " " + problem.hint());
        Position position = problem.position();
        List<String> lines = files.computeIfAbsent(position.file(), this::lines);
        String line = position.line() <= lines.size() ? lines.get(position.line() - 1) : "";
        int columns = line.codePointCount(0, line.length());
        if (line.isBlank() || position.column() > columns + 1) {
            return new Parts(kind, sentence, "", "");
        }
        int index = line.offsetByCodePoints(0, position.column() - 1);
        int start = index > WIDEST - 20 ? index - WIDEST / 2 : 0;
        String shown = line.substring(start, Math.min(line.length(), start + WIDEST));
        StringBuilder caret = new StringBuilder();
        line.substring(start, index).codePoints().forEach(point -> caret.append(point == '\t' ? '\t' : ' '));
        return new Parts(kind, sentence, shown, caret.append('^').toString());
    }

    private List<String> lines(String file) {
        try {
            Path path = home.resolve(file);
            List<String> lines = Files.isRegularFile(path)
                    ? new String(Files.readAllBytes(path), StandardCharsets.UTF_8)
                            .replaceFirst("^\uFEFF", "")
                            .lines()
                            .toList()
                    : List.of();
            return file.startsWith("config/connections/") ? MaskedLines.of(lines, secrets) : lines;
        } catch (IOException e) {
            return List.of();
        }
    }
}
