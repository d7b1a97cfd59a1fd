package io.serai.connectors.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.serai.connectors.jdbc.Relation.Column;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Reads a database's values: first as the Java type that compares like the column, then as what JSON knows. */
final class Values {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Dialect dialect;

    Values(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The value as it can be bound again for a comparison with its column. */
    Object raw(ResultSet rows, int index, Column column) throws SQLException {
        if (dialect == Dialect.SQLITE) {
            return rows.getObject(index);
        }
        return switch (column.type()) {
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> time(rows, index, column);
            case Types.DATE ->
                column.typeName().equals("year") ? (Object) rows.getInt(index) : rows.getObject(index, LocalDate.class);
            case Types.TIME -> rows.getObject(index, LocalTime.class);
            case Types.BIT, Types.BOOLEAN -> bits(rows, index, column);
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.CLOB ->
                rows.getString(index);
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> rows.getBytes(index);
            default -> rows.getObject(index);
        };
    }

    private Object time(ResultSet rows, int index, Column column) throws SQLException {
        if (column.type() == Types.TIMESTAMP_WITH_TIMEZONE || column.typeName().equals("timestamptz")) {
            return rows.getObject(index, OffsetDateTime.class);
        }
        LocalDateTime time = rows.getObject(index, LocalDateTime.class);
        // the session of MySQL and MariaDB runs in UTC, so a TIMESTAMP, which is an instant, arrives in UTC
        return time != null && dialect.isMysql() && column.typeName().equals("timestamp")
                ? time.atOffset(ZoneOffset.UTC)
                : time;
    }

    private static Object bits(ResultSet rows, int index, Column column) throws SQLException {
        Object value = rows.getObject(index);
        return value instanceof byte[] || value instanceof String
                ? value
                : value == null ? null : rows.getBoolean(index);
    }

    /** The value as JSON knows it. */
    Object json(Object raw, Column column) throws SQLException {
        if (raw == null
                || raw instanceof Boolean
                || raw instanceof Integer
                || raw instanceof Long
                || raw instanceof BigDecimal) {
            return raw;
        }
        if (raw instanceof String text) {
            return column.typeName().equals("json") && dialect != Dialect.SQLITE ? document(text) : text;
        }
        if (raw instanceof Short || raw instanceof Byte) {
            return ((Number) raw).intValue();
        }
        if (raw instanceof Float || raw instanceof Double) {
            double number = ((Number) raw).doubleValue();
            return Double.isFinite(number)
                    ? (Object) (raw instanceof Float ? new BigDecimal(raw.toString()) : number)
                    : raw.toString();
        }
        if (raw instanceof BigInteger number) {
            return new BigDecimal(number);
        }
        if (raw instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        if (raw instanceof LocalDateTime time) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
        }
        if (raw instanceof OffsetDateTime time) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.withOffsetSameInstant(ZoneOffset.UTC));
        }
        if (raw instanceof Array array) {
            return list(array, column);
        }
        if (raw instanceof Clob clob) {
            return clob.getSubString(1, (int) Math.min(Integer.MAX_VALUE, clob.length()));
        }
        if (raw instanceof Blob blob) {
            return json(blob.getBytes(1, (int) Math.min(Integer.MAX_VALUE, blob.length())), column);
        }
        return column.typeName().startsWith("json") ? document(raw.toString()) : raw.toString();
    }

    private List<Object> list(Array array, Column column) throws SQLException {
        List<Object> list = new ArrayList<>();
        Column element = new Column(column.name(), array.getBaseType(), "");
        for (Object value : (Object[]) array.getArray()) {
            list.add(value instanceof Object[] ? value.toString() : json(value, element));
        }
        return list;
    }

    private static Object document(String text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    /** The value in a record's key; null when there is none. */
    static String keyText(Object json) {
        if (json == null) {
            return null;
        }
        String text = json instanceof BigDecimal number ? number.toPlainString() : json.toString();
        return text.isBlank() ? null : text;
    }
}
