package io.serai.config;

import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** A parser's complaint in the words of the person who wrote the file. */
final class YamlSyntax {

    private static final Pattern UNQUOTED_PLACEHOLDER = Pattern.compile("(?<![\"'\\w}])\\{\\{\\s*(env|file):[^}]*}}");

    private YamlSyntax() {}

    static Problem problem(String file, String text, MarkedYamlEngineException e) {
        Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
        if (mark == null) {
            return error(new Position(file, 1, 1), "The file is not YAML: " + e.getMessage(), "");
        }
        Position position = new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
        String line = line(text, mark.getLine());
        var placeholder = UNQUOTED_PLACEHOLDER.matcher(line);
        if (placeholder.find()) {
            return unquoted(new Position(file, position.line(), placeholder.start() + 1), placeholder.group());
        }
        String problem = e.getProblem() == null ? "" : e.getProblem();
        if (problem.contains("TAB") || line.strip().isEmpty() && line.contains("\t")) {
            return error(position, "A tab stands where YAML wants spaces.", "Indent with spaces.");
        }
        if (problem.contains("mapping values are not allowed")) {
            return error(
                    position,
                    "A colon is not expected here.",
                    "Quote a text that contains \": \", or check the indentation.");
        }
        if (problem.contains("could not find expected ':'")) {
            return error(position, "A key without a colon.", "Write key: value; check the line before, too.");
        }
        if (problem.contains("levels of nesting")) {
            return error(position, "The file has " + problem + ".", "");
        }
        String context = e.getContext() == null ? "" : e.getContext();
        Position opened = e.getContextMark()
                .map(start -> new Position(file, start.getLine() + 1, start.getColumn() + 1))
                .orElse(position);
        if (problem.contains("undefined alias") || context.contains("alias")) {
            return error(opened, "A text that starts with * is not quoted.", "Quote it.");
        }
        if (context.contains("flow") && problem.contains("stream end")) {
            return error(opened, "What is opened here is never closed.", "Add the missing } or ].");
        }
        if (context.contains("quoted scalar") && problem.contains("end of stream")) {
            return error(opened, "The quote that opens here is never closed.", "Add the second quote.");
        }
        String where = context.isEmpty() ? "" : " " + context + ",";
        return error(position, "The file is not YAML:" + where + " " + problem + ".", "");
    }

    static Problem unquoted(Position position, String placeholder) {
        return error(position, placeholder + " is not quoted.", "Write \"" + placeholder + "\" with the quotes.");
    }

    private static Problem error(Position position, String message, String hint) {
        return new Problem(Problem.Severity.ERROR, position, message, hint);
    }

    private static String line(String text, int number) {
        return text.lines().skip(number).findFirst().orElse("");
    }
}
