package io.serai.config;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A single value in a YAML file, typed by the core schema of YAML 1.2: {@code yes} and {@code 12:30} are text.
 *
 * @param position where it starts
 * @param kind what it is
 * @param text the value as text, with every placeholder resolved: possibly a secret
 * @param written the value as the file has it, placeholders unresolved: what messages show
 * @param inset how many columns after the position the text starts: 1 for one in quotes; less than 0 when its characters do not
 *     stand one after the other on one line of the file
 */
public record YamlScalar(Position position, Kind kind, String text, String written, int inset) implements YamlNode {

    /** A value whose characters are somewhere in the file. */
    public YamlScalar(Position position, Kind kind, String text, String written) {
        this(position, kind, text, written, -1);
    }

    /** What a scalar is. A value with a resolved placeholder is {@code TEXT}. */
    public enum Kind {
        NULL,
        BOOLEAN,
        INTEGER,
        DECIMAL,
        TEXT
    }

    /** Where a character of what is written stands; the value's own place when that is not known. */
    public Position at(int index) {
        return inset < 0 || index > written.length()
                ? position
                : new Position(
                        position.file(), position.line(), position.column() + inset + written.codePointCount(0, index));
    }

    /** Whether nothing was written. */
    public boolean isNull() {
        return kind == Kind.NULL;
    }

    /** Whether the text came from the environment or a file, and may be a secret. */
    public boolean resolved() {
        return !text.equals(written);
    }

    /** {@code null}, {@code Boolean}, {@code Long}, {@code BigDecimal} (also for integers beyond a long), or {@code String}. */
    public Object value() {
        return switch (kind) {
            case NULL -> null;
            case BOOLEAN -> Boolean.valueOf(text.toLowerCase(java.util.Locale.ROOT));
            case INTEGER -> integer();
            case DECIMAL -> new BigDecimal(text);
            case TEXT -> text;
        };
    }

    private Object integer() {
        BigInteger whole = text.startsWith("0x")
                ? new BigInteger(text.substring(2), 16)
                : text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
        return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : new BigDecimal(whole);
    }

    @Override
    public String shown() {
        return isNull()
                ? "nothing"
                : "\"" + (written.length() > 60 ? written.substring(0, 57) + "..." : written) + "\"";
    }

    @Override
    public String toString() {
        return shown();
    }
}
