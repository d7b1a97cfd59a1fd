package io.serai.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows under one another: numbers to the right, text to the left; empty ends are cut. */
final class Columns {

    private final List<Object[]> rows = new ArrayList<>();

    Columns row(Object... cells) {
        rows.add(cells);
        return this;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Object[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.length; column++) {
                String text = text(row[column]);
                String padding = " ".repeat(width(column) - text.length());
                line.append(column == 0 ? "" : "  ")
                        .append(row[column] instanceof Number ? padding + text : text + padding);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** How wide a column is. */
    int width(int column) {
        return rows.stream()
                .filter(row -> row.length > column)
                .mapToInt(row -> text(row[column]).length())
                .max()
                .orElse(0);
    }

    private static String text(Object cell) {
        return cell instanceof Long || cell instanceof Integer ? number(((Number) cell).longValue()) : cell.toString();
    }

    /** A text in lines of at most that many characters where spaces allow; those after the first begin with a margin. */
    static List<String> wrapped(String text, int width, int margin) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            if (space <= margin) {
                break;
            }
            lines.add(rest.substring(0, space));
            rest = " ".repeat(margin) + rest.substring(space + 1);
        }
        lines.add(rest);
        return lines;
    }

    /** 1,234. */
    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** "1 person", "2 people". */
    static String count(long value, String one, String many) {
        return number(value) + " " + (value == 1 ? one : many);
    }
}
