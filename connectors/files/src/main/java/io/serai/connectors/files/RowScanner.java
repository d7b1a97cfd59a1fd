package io.serai.connectors.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/**
 * Cuts a file into rows without decoding it, so that a row has a byte offset to resume from and a wrong byte spoils only its
 * own row. Knows quotes as RFC 4180 does: a quote opens at the start of a field, doubles inside, and is followed by a
 * delimiter or the end of the row. A quote that is never closed costs its own line: reading goes on at the next one.
 */
final class RowScanner {

    static final int LONGEST_ROW = 32 << 20;
    static final char NO_QUOTES = 0;

    /** Why a row cannot be used. */
    enum Flaw {
        NONE,
        QUOTE,
        TOO_LONG
    }

    /**
     * One row.
     *
     * @param bytes owned by the scanner until the next row
     * @param from where the row begins in {@code bytes}
     * @param length of the row in {@code bytes}, without the line end
     * @param line number of its first line, from 1
     * @param flaw what is wrong with it
     * @param ended whether a line end followed
     */
    record Row(byte[] bytes, int from, int length, long line, Flaw flaw, boolean ended) {}

    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        CLOSED
    }

    private final FileChannel file;
    private final long limit;
    private final Encoding encoding;
    private final char quote;
    private final char delimiter;
    private final RowEnd rowEnd;
    private final ByteBuffer buffer = ByteBuffer.allocate(64 << 10).limit(0);
    private long bufferEnd;
    private byte[] row = new byte[512];
    private int length;
    private long line;

    /**
     * @param limit bytes of the file that may be read
     * @param from where the first row begins
     * @param line number of that row
     * @param quote {@link #NO_QUOTES} when every line is a row
     */
    RowScanner(FileChannel file, long limit, Encoding encoding, long from, long line, char quote, char delimiter) {
        this.file = file;
        this.limit = limit;
        this.encoding = encoding;
        this.bufferEnd = from;
        this.line = line;
        this.quote = quote;
        this.delimiter = delimiter;
        this.rowEnd = new RowEnd(quote, delimiter);
    }

    /** Bytes before the next row. */
    long offset() {
        return bufferEnd - buffer.remaining();
    }

    /** Number of the line of the next row. */
    long line() {
        return line;
    }

    /** The next row that is not empty; null at the end. */
    Row next() throws IOException {
        if (encoding.width() > 1) {
            return slowly();
        }
        int end = rowEnd.find(buffer.array(), buffer.position(), buffer.limit());
        if (end == RowEnd.CUT_OFF && fill()) {
            end = rowEnd.find(buffer.array(), buffer.position(), buffer.limit());
        }
        return end < 0 ? slowly() : inPlace(end);
    }

    private Row inPlace(int end) {
        byte[] bytes = buffer.array();
        int start = buffer.position();
        Row found = new Row(bytes, start, end - start, line, Flaw.NONE, true);
        buffer.position(RowEnd.behindLine(bytes, end));
        line += rowEnd.lines();
        return found;
    }

    /** Reads any row, also one that is longer than the buffer, flawed, or the last. */
    private Row slowly() throws IOException {
        long firstLine = line;
        long secondLine = -1;
        int firstLength = 0;
        State state = State.FIELD_START;
        length = 0;
        while (true) {
            int unit = unit();
            if (unit < 0) {
                if (state == State.QUOTED) {
                    return unclosed(firstLine, secondLine, firstLength);
                }
                return length == 0 ? null : new Row(row, 0, length, firstLine, Flaw.NONE, false);
            }
            if (unit == '\n' || unit == '\r') {
                if (state != State.QUOTED) {
                    skipLineFeedAfter(unit);
                    line++;
                    if (length == 0) {
                        firstLine = line;
                        continue;
                    }
                    return new Row(row, 0, length, firstLine, Flaw.NONE, true);
                }
                if (unit == '\n' || peek() != '\n') {
                    line++;
                    if (secondLine < 0) {
                        secondLine = offset();
                        firstLength = length;
                    }
                }
            } else if (state == State.CLOSED && unit != quote && unit != delimiter) {
                if (secondLine < 0) {
                    skipLine();
                    return new Row(row, 0, length, firstLine, Flaw.QUOTE, true);
                }
                return unclosed(firstLine, secondLine, firstLength);
            } else if (quote != NO_QUOTES) {
                state = after(state, unit);
            }
            append(unit);
            if (length > LONGEST_ROW) {
                return tooLong(firstLine, secondLine);
            }
        }
    }

    private State after(State state, int unit) {
        return switch (state) {
            case QUOTED -> unit == quote ? State.CLOSED : State.QUOTED;
            case CLOSED -> unit == quote ? State.QUOTED : State.FIELD_START;
            case FIELD_START -> unit == quote ? State.QUOTED : unit == delimiter ? State.FIELD_START : State.PLAIN;
            case PLAIN -> unit == delimiter ? State.FIELD_START : State.PLAIN;
        };
    }

    private Row unclosed(long firstLine, long secondLine, int firstLength) {
        if (secondLine >= 0) {
            seek(secondLine);
            line = firstLine + 1;
            return new Row(row, 0, firstLength, firstLine, Flaw.QUOTE, true);
        }
        return new Row(row, 0, length, firstLine, Flaw.QUOTE, false);
    }

    private Row tooLong(long firstLine, long secondLine) throws IOException {
        if (secondLine >= 0) {
            seek(secondLine);
            line = firstLine + 1;
        } else {
            skipLine();
        }
        Row found = new Row(row, 0, Excerpt.LENGTH, firstLine, Flaw.TOO_LONG, true);
        row = new byte[512];
        return found;
    }

    private void skipLine() throws IOException {
        int unit = unit();
        while (unit >= 0 && unit != '\n' && unit != '\r') {
            unit = unit();
        }
        skipLineFeedAfter(unit);
        line++;
    }

    private void skipLineFeedAfter(int unit) throws IOException {
        if (unit == '\r' && peek() == '\n') {
            unit();
        }
    }

    private int peek() throws IOException {
        int unit = unit();
        if (unit >= 0) {
            buffer.position(buffer.position() - encoding.width());
        }
        return unit;
    }

    private int unit() throws IOException {
        if (buffer.remaining() < encoding.width() && !fill()) {
            return -1;
        }
        int first = buffer.get() & 0xff;
        if (encoding.width() == 1) {
            return first;
        }
        int second = buffer.get() & 0xff;
        return encoding.bigEndian() ? first << 8 | second : second << 8 | first;
    }

    private boolean fill() throws IOException {
        buffer.compact();
        buffer.limit((int) Math.min(buffer.capacity(), buffer.position() + Math.max(0, limit - bufferEnd)));
        while (buffer.hasRemaining()) {
            int count = file.read(buffer, bufferEnd);
            if (count < 0) {
                break;
            }
            bufferEnd += count;
        }
        buffer.flip();
        return buffer.remaining() >= encoding.width();
    }

    private void seek(long offset) {
        buffer.position(0).limit(0);
        bufferEnd = offset;
    }

    private void append(int unit) {
        if (length + 2 > row.length) {
            row = Arrays.copyOf(row, row.length * 2);
        }
        if (encoding.width() == 1) {
            row[length++] = (byte) unit;
        } else {
            row[length++] = (byte) (encoding.bigEndian() ? unit >> 8 : unit);
            row[length++] = (byte) (encoding.bigEndian() ? unit : unit >> 8);
        }
    }
}
