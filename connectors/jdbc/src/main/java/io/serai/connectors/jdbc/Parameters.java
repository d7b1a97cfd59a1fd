package io.serai.connectors.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.serai.connectors.jdbc.Relation.Column;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Binds what JSON knows to columns. The databases convert text themselves, but for two things that MySQL does not. */
final class Parameters {

    private final Dialect dialect;

    Parameters(Dialect dialect) {
        this.dialect = dialect;
    }

    void bind(PreparedStatement statement, int index, Column column, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, dialect == Dialect.SQLITE ? Types.NULL : column.type());
        } else if (value instanceof Map || value instanceof List) {
            statement.setString(index, text(value));
        } else if (value instanceof String text && dialect.isMysql() && column.type() == Types.TIMESTAMP) {
            bindTime(statement, index, text);
        } else if (value instanceof String text && dialect.isMysql() && isBoolean(column, text)) {
            statement.setBoolean(index, Boolean.parseBoolean(text));
        } else if (value instanceof BigDecimal number && dialect == Dialect.SQLITE) {
            bindNumber(statement, index, number);
        } else if (value instanceof String text) {
            statement.setString(index, text);
        } else {
            statement.setObject(index, value);
        }
    }

    /** MySQL takes no time with a zone. */
    private static void bindTime(PreparedStatement statement, int index, String text) throws SQLException {
        LocalDateTime time;
        try {
            time = OffsetDateTime.parse(text)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toLocalDateTime();
        } catch (DateTimeException e) {
            statement.setString(index, text);
            return;
        }
        statement.setObject(index, time);
    }

    private static boolean isBoolean(Column column, String text) {
        return (column.type() == Types.BIT || column.type() == Types.BOOLEAN)
                && (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"));
    }

    /** SQLite's driver would store a decimal as text; numbers that fit are stored as numbers. */
    private static void bindNumber(PreparedStatement statement, int index, BigDecimal number) throws SQLException {
        if (number.stripTrailingZeros().scale() <= 0 && number.precision() - number.scale() <= 18) {
            statement.setLong(index, number.longValueExact());
        } else if (new BigDecimal(Double.toString(number.doubleValue())).compareTo(number) == 0) {
            statement.setDouble(index, number.doubleValue());
        } else {
            statement.setString(index, number.toPlainString());
        }
    }

    /** Whether a column holds what was asked for, whatever type it made of it. */
    boolean same(Object held, Object wanted) {
        if (Objects.equals(held, wanted)) {
            return true;
        }
        if (held == null || wanted == null) {
            return false;
        }
        try {
            return new BigDecimal(held.toString()).compareTo(new BigDecimal(wanted.toString())) == 0;
        } catch (NumberFormatException e) {
            return text(held).equals(text(wanted)) || sameTime(held.toString(), wanted.toString());
        }
    }

    private static boolean sameTime(String held, String wanted) {
        try {
            return time(held).isEqual(time(wanted));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static OffsetDateTime time(String text) {
        return text.length() > 10 && text.matches(".*(Z|[+-]\\d\\d(:?\\d\\d)?)$")
                ? OffsetDateTime.parse(text)
                : LocalDateTime.parse(text).atOffset(ZoneOffset.UTC);
    }

    String text(Object value) {
        try {
            return value instanceof Map || value instanceof List
                    ? Values.JSON.writeValueAsString(value)
                    : value.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a field is not what JSON knows", e);
        }
    }
}
