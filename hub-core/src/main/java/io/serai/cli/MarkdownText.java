package io.serai.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Markdown as a terminal shows it: the same words, without the marks. */
final class MarkdownText {

    private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\(([^)]+)\\)");
    private static final int WIDEST_CELL = 44;
    private static final int NARROWEST = 24;

    private final Terminal terminal;
    private final int width;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();
    private final List<List<String>> table = new ArrayList<>();
    private String first = "";
    private String indent = "";

    MarkdownText(Terminal terminal, int width) {
        this.terminal = terminal;
        this.width = width;
    }

    /** Used once. */
    String of(String markdown) {
        boolean fenced = false;
        for (String line : markdown.lines().toList()) {
            if (line.startsWith("```")) {
                flush();
                fenced = !fenced;
            } else if (fenced) {
                lines.add("    " + line);
            } else {
                line(line);
            }
        }
        flush();
        return String.join("\n", lines).strip();
    }

    private void line(String line) {
        if (!line.startsWith("|") && !table.isEmpty()) {
            flush();
        }
        if (line.isBlank()) {
            flush();
            lines.add("");
        } else if (line.matches("#+ .*")) {
            flush();
            lines.add(terminal.bold(plain(line.replaceFirst("#+ ", ""))));
        } else if (line.startsWith("|")) {
            cells(line);
        } else if (line.matches("(- |\\d+\\. ).*")) {
            flush();
            first = line.replaceFirst("^(- |\\d+\\. ).*", "$1");
            indent = " ".repeat(first.length());
            paragraph.append(line.substring(first.length()));
        } else {
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
        }
    }

    private void cells(String line) {
        if (!line.matches("[|\\-: ]+")) {
            List<String> cells = Arrays.stream(line.replaceFirst("^\\|", "").split("(?<!\\\\)\\|"))
                    .map(cell ->
                            plain(LINK.matcher(cell.strip().replace("\\|", "|")).replaceAll("$1")))
                    .toList();
            if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                table.add(cells);
            }
        }
    }

    private void flush() {
        if (!paragraph.isEmpty()) {
            lines.addAll(wrapped(plain(paragraph.toString()), first, indent, width));
            paragraph.setLength(0);
        }
        first = "";
        indent = "";
        rows();
        table.clear();
    }

    /** Columns side by side; the last takes the room that is left. */
    private void rows() {
        int columns = table.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : table) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(
                        widths[column], Math.min(WIDEST_CELL, row.get(column).length()));
            }
        }
        if (columns > 0) {
            int used = Arrays.stream(widths)
                    .limit(columns - 1L)
                    .map(cell -> cell + 2)
                    .sum();
            widths[columns - 1] = Math.max(NARROWEST, width - used);
        }
        for (List<String> row : table) {
            row(row, widths);
        }
    }

    private void row(List<String> row, int[] widths) {
        List<List<String>> cells = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            cells.add(wrapped(row.get(column), "", "", widths[column]));
        }
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        for (int at = 0; at < height; at++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < cells.size(); column++) {
                List<String> cell = cells.get(column);
                String text = at < cell.size() ? cell.get(at) : "";
                line.append(text).append(" ".repeat(Math.max(0, widths[column] + 2 - text.length())));
            }
            lines.add(line.toString().stripTrailing());
        }
    }

    /** Lines of at most that width; the first begins with one text, the others with another. */
    static List<String> wrapped(String text, String first, String indent, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        boolean fresh = true;
        for (String word : text.split(" +")) {
            if (!fresh && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                fresh = true;
            }
            line.append(fresh ? "" : " ").append(word);
            fresh = false;
        }
        lines.add(line.toString());
        return lines;
    }

    /** Without marks; a link to another page names the command that shows it. */
    private static String plain(String text) {
        Matcher link = LINK.matcher(text);
        String linked = link.replaceAll(found ->
                Matcher.quoteReplacement(found.group(1) + target(found.group(1).replace("`", ""), found.group(2))));
        return linked.replaceAll("\\*\\*([^*]+)\\*\\*", "$1").replace("`", "");
    }

    private static String target(String text, String target) {
        if (target.startsWith("http")) {
            return " (" + target + ")";
        }
        String page = target.replaceFirst("#.*", "").replaceFirst("\\.md$", "");
        return Guide.NAMES.contains(page) && !page.equals(text) ? " (hub help " + page + ")" : "";
    }
}
