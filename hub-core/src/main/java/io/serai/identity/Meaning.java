package io.serai.identity;

import io.serai.identity.compare.Kind;
import io.serai.identity.compare.Settings;
import java.util.List;
import java.util.Map;

/**
 * A field of people that some columns of a table hold.
 *
 * @param name "first_name", "birth_date", "phone_2"; of columns without a usual meaning their own name
 * @param kind how its values are compared
 * @param settings how its values are written
 * @param columns the columns that make one value together, in the order of its text; of a birth date in three columns year, month
 *     and day; of a place in two latitude and longitude
 */
public record Meaning(String name, Kind kind, Settings settings, List<String> columns) {

    /** The value of a row, its parts put together; null when the row says nothing. */
    public String value(Map<String, ?> row) {
        if (columns.size() == 1) {
            Object value = row.get(columns.get(0));
            return value == null ? null : value.toString();
        }
        String[] parts = new String[columns.size()];
        for (int i = 0; i < parts.length; i++) {
            Object value = row.get(columns.get(i));
            parts[i] = value == null ? null : value.toString();
        }
        return value(parts);
    }

    /** The value of parts in the order of {@link #columns()}, null or empty for none; null when nothing is left. */
    public String value(String... parts) {
        if (parts.length == 1) {
            return parts[0];
        }
        if (kind == Kind.BIRTH_DATE || kind == Kind.DATE) {
            return date(parts);
        }
        StringBuilder value = new StringBuilder();
        for (String part : parts) {
            if (part != null && !part.isBlank()) {
                value.append(value.isEmpty() ? "" : kind == Kind.GEO ? "," : " ")
                        .append(part.strip());
            } else if (kind == Kind.GEO) {
                return null;
            }
        }
        return value.isEmpty() ? null : value.toString();
    }

    private static String date(String... parts) {
        String year = whole(parts[0]);
        String month = parts.length > 1 ? whole(parts[1]) : "";
        String day = parts.length > 2 ? whole(parts[2]) : "";
        if (year.isEmpty()) {
            return null;
        }
        return month.isEmpty() ? year : day.isEmpty() ? year + '-' + month : year + '-' + month + '-' + day;
    }

    /** "7.0" of a spreadsheet is 7. */
    private static String whole(String part) {
        String text = part == null ? "" : part.strip();
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
