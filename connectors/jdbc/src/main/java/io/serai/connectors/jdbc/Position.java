package io.serai.connectors.jdbc;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A column's value in a cursor, in the type that the database compares it by.
 *
 * @param type of the value
 * @param value as text
 */
record Position(Type type, String value) {

    private static final Pattern ISO_MINUTE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d");
    private static final int MINUTE = "2026-01-31T10:00".length();
    private static final int SEPARATOR = "2026-01-31".length();

    /** How the value is bound. */
    enum Type {
        TEXT,
        INTEGER,
        DECIMAL,
        DOUBLE,
        BOOLEAN,
        DATE,
        TIME,
        LOCAL_TIME,
        INSTANT,
        UUID,
        BYTES
    }

    static Position of(Object raw) {
        if (raw instanceof Integer || raw instanceof Long || raw instanceof Short || raw instanceof Byte) {
            return new Position(Type.INTEGER, raw.toString());
        }
        if (raw instanceof BigDecimal || raw instanceof BigInteger) {
            return new Position(Type.DECIMAL, raw.toString());
        }
        if (raw instanceof Double || raw instanceof Float) {
            return new Position(Type.DOUBLE, raw.toString());
        }
        if (raw instanceof byte[] bytes) {
            return new Position(Type.BYTES, Base64.getEncoder().encodeToString(bytes));
        }
        Type type = raw instanceof Boolean
                ? Type.BOOLEAN
                : raw instanceof LocalDate
                        ? Type.DATE
                        : raw instanceof LocalTime
                                ? Type.TIME
                                : raw instanceof LocalDateTime
                                        ? Type.LOCAL_TIME
                                        : raw instanceof OffsetDateTime
                                                ? Type.INSTANT
                                                : raw instanceof UUID ? Type.UUID : Type.TEXT;
        return new Position(type, raw.toString());
    }

    void bind(PreparedStatement statement, int index, Dialect dialect) throws SQLException {
        switch (type) {
            case TEXT -> statement.setString(index, value);
            case INTEGER -> statement.setLong(index, Long.parseLong(value));
            case DECIMAL -> statement.setBigDecimal(index, new BigDecimal(value));
            case DOUBLE -> statement.setDouble(index, Double.parseDouble(value));
            case BOOLEAN -> statement.setBoolean(index, Boolean.parseBoolean(value));
            case DATE -> statement.setObject(index, LocalDate.parse(value));
            case TIME -> statement.setObject(index, LocalTime.parse(value));
            case LOCAL_TIME -> statement.setObject(index, LocalDateTime.parse(value));
            case INSTANT -> {
                OffsetDateTime time = OffsetDateTime.parse(value);
                statement.setObject(
                        index,
                        dialect.isMysql()
                                ? time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                                : time);
            }
            case UUID -> statement.setObject(index, UUID.fromString(value));
            case BYTES -> statement.setBytes(index, Base64.getDecoder().decode(value));
        }
    }

    /** A place that much earlier; the same place for what is no time. */
    Position minus(Duration overlap) {
        if (overlap.isZero()) {
            return this;
        }
        try {
            return switch (type) {
                case INSTANT ->
                    new Position(
                            type, OffsetDateTime.parse(value).minus(overlap).toString());
                case LOCAL_TIME ->
                    new Position(type, LocalDateTime.parse(value).minus(overlap).toString());
                case TEXT -> ISO_MINUTE.matcher(value).lookingAt() ? earlierText(overlap) : this;
                default -> this;
            };
        } catch (DateTimeParseException e) {
            return this;
        }
    }

    /** Cut to minutes, which sorts before every longer text of the same minute, whatever its fraction and zone look like. */
    private Position earlierText(Duration overlap) {
        String minute = value.substring(0, MINUTE).replace(' ', 'T');
        String earlier = LocalDateTime.parse(minute).minus(overlap).toString().substring(0, MINUTE);
        return new Position(type, earlier.replace('T', value.charAt(SEPARATOR)));
    }

    /**
     * Whether a change can have happened at this time. A row dated by mistake into the next century must not hide all that
     * change before then.
     */
    boolean happened(OffsetDateTime now) {
        OffsetDateTime soon = now.plusDays(1);
        try {
            return switch (type) {
                case INSTANT -> OffsetDateTime.parse(value).isBefore(soon);
                case LOCAL_TIME -> LocalDateTime.parse(value).isBefore(soon.toLocalDateTime());
                case DATE -> LocalDate.parse(value).isBefore(soon.toLocalDate().plusDays(1));
                case TEXT ->
                    !value.matches("\\d{4}-\\d\\d-\\d\\d.*")
                            || value.compareTo(soon.toLocalDate().plusDays(1).toString()) < 0;
                default -> true;
            };
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
