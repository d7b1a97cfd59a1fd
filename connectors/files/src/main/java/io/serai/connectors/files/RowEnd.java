package io.serai.connectors.files;

/** Finds where a row ends that lies in a buffer as a whole and has nothing unusual about it, in one byte a character. */
final class RowEnd {

    static final int UNUSUAL = -1;
    static final int CUT_OFF = -2;

    private final char quote;
    private final char delimiter;
    private int lines;

    RowEnd(char quote, char delimiter) {
        this.quote = quote;
        this.delimiter = delimiter;
    }

    /**
     * Looks for the line end of the row.
     *
     * @param end of the bytes that are there
     * @return its place; {@link #CUT_OFF} when it is not among these bytes, {@link #UNUSUAL} for a row that needs a closer look
     */
    int find(byte[] bytes, int start, int end) {
        int last = end - 1; // a carriage return, or a quote, needs the byte after it
        boolean opens = quote != RowScanner.NO_QUOTES;
        lines = 1;
        for (int at = start; at < last; at++) {
            byte unit = bytes[at];
            if (unit == '\n' || unit == '\r') {
                return at == start ? UNUSUAL : at;
            }
            if (opens && unit == quote) {
                int behind = behindQuotes(bytes, at + 1, last);
                if (behind < 0) {
                    return behind;
                }
                at = behind - 1;
                opens = false;
            } else {
                opens = unit == delimiter && quote != RowScanner.NO_QUOTES;
            }
        }
        return CUT_OFF;
    }

    /** Line ends of the row that was found, the last one included. */
    int lines() {
        return lines;
    }

    /** The place behind a line end. */
    static int behindLine(byte[] bytes, int at) {
        return bytes[at] == '\r' && bytes[at + 1] == '\n' ? at + 2 : at + 1;
    }

    private int behindQuotes(byte[] bytes, int from, int last) {
        int at = from;
        while (at < last) {
            byte unit = bytes[at];
            if (unit == quote) {
                byte next = bytes[at + 1];
                if (next != quote) {
                    return next == delimiter || next == '\n' || next == '\r' ? at + 1 : UNUSUAL;
                }
                at += 2;
            } else if (unit == '\n' || unit == '\r') {
                lines++;
                at = behindLine(bytes, at);
            } else {
                at++;
            }
        }
        return CUT_OFF;
    }
}
