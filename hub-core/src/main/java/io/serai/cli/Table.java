package io.serai.cli;

import java.util.ArrayList;
import java.util.List;

/** Aligned columns: text to the left, numbers to the right. */
final class Table {

    private static final int WIDEST = 60;
    /** The last column is for sentences: nothing stands to its right. */
    private static final int WIDEST_AT_THE_END = 200;

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... head) {
        this.head = List.of(head);
    }

    /** Adds a row; null cells are empty. */
    Table row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            int widest = row.size() == head.size() - 1 ? WIDEST_AT_THE_END : WIDEST;
            row.add(shorten(cell == null ? "" : String.valueOf(cell), widest));
        }
        rows.add(row);
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void print(Terminal terminal) {
        int[] widths = new int[head.size()];
        boolean[] right = new boolean[head.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = head.get(column).length();
            right[column] = !rows.isEmpty();
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], row.get(column).length());
                right[column] &= row.get(column).matches("-?[0-9][0-9,.]*( ?%)?|");
            }
        }
        terminal.line(terminal.dim(format(head, widths, right)));
        rows.forEach(row -> terminal.line(format(row, widths, right)));
    }

    private static String format(List<String> row, int[] widths, boolean[] right) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            String padding = " ".repeat(widths[column] - cell.length());
            line.append(column == 0 ? "" : "  ").append(right[column] ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }

    private static String shorten(String text, int widest) {
        String oneLine = text.replace('\n', ' ').replace('\r', ' ');
        return oneLine.length() <= widest ? oneLine : oneLine.substring(0, widest - 1) + "…";
    }
}
