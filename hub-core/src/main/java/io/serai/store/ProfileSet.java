package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

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

    /** @param ids in any order */
    static ProfileSet of(Collection<Long> ids) {
        long[] sorted = ids.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return new ProfileSet(sorted);
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

    /** The condition on a column, whose parameters {@link #after} gives. */
    String condition(String column) {
        return column + (range ? " BETWEEN ? AND ?" : " IN (SELECT value FROM json_each(?))");
    }

    /** The parameters of a statement that ends with the condition, after others. */
    Object[] after(Object... first) {
        Object[] all = Arrays.copyOf(first, first.length + (range ? 2 : 1));
        if (range) {
            all[first.length] = ids.length == 0 ? 0L : ids[0];
            all[first.length + 1] = ids.length == 0 ? -1L : ids[ids.length - 1];
        } else {
            all[first.length] = Arrays.stream(ids).mapToObj(Long::toString).collect(Collectors.joining(",", "[", "]"));
        }
        return all;
    }

    /** The first column of all rows. */
    static long[] ids(Connection connection, String sql, Object... parameters) throws SQLException {
        LongStream.Builder ids = LongStream.builder();
        Sql.each(connection, row -> ids.add(row.getLong(1)), sql, parameters);
        return ids.build().toArray();
    }
}
