package io.serai.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Some profiles by their numbers, sorted, and how to ask a table for theirs: by range where they lie close together, one by
 * one where they are scattered.
 */
final class ProfileSet {

    private static final long SCATTERED = 16;

    private final long[] ids;
    private final boolean range;

    ProfileSet(long[] ids) {
        this.ids = ids;
        this.range = ids.length == 0 || (ids[ids.length - 1] - ids[0]) / ids.length < SCATTERED;
    }

    int size() {
        return ids.length;
    }

    long id(int row) {
        return ids[row];
    }

    /** The row of a profile; negative when it is not one of these, as happens within a range. */
    int row(long id) {
        return Arrays.binarySearch(ids, id);
    }

    /** The condition on a column, to be filled in by {@link #bind}. */
    String condition(String column) {
        return column + (range ? " BETWEEN ? AND ?" : " IN (SELECT value FROM json_each(?))");
    }

    /** Fills in the condition's parameters; returns the index of the next one. */
    int bind(PreparedStatement statement, int index) throws SQLException {
        if (range) {
            statement.setLong(index, ids.length == 0 ? 0 : ids[0]);
            statement.setLong(index + 1, ids.length == 0 ? -1 : ids[ids.length - 1]);
            return index + 2;
        }
        statement.setString(
                index, Arrays.stream(ids).mapToObj(Long::toString).collect(Collectors.joining(",", "[", "]")));
        return index + 1;
    }
}
