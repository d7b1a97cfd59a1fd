package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.LongStream;

/** The numbers of all live signatures, ascending, by their places from 0. Where there is no gap, nothing is kept. */
final class SignatureIds {

    private final int size;
    /** Null when they are 1 to size. */
    private final int[] ids;

    private SignatureIds(int size, int[] ids) {
        this.size = size;
        this.ids = ids;
    }

    /** 1 to a number. */
    static SignatureIds upTo(int last) {
        return new SignatureIds(last, null);
    }

    /** Those of a store. */
    static SignatureIds live(Connection connection) throws SQLException {
        return of(connection, "records > 0");
    }

    /** Those of a store that say something in a compared field. */
    static SignatureIds telling(Connection connection) throws SQLException {
        return of(connection, "records > 0 AND said IS NOT NULL");
    }

    private static SignatureIds of(Connection connection, String which) throws SQLException {
        int size = Math.toIntExact(Sql.number(connection, "SELECT count(*) FROM signature WHERE " + which));
        if (size == Sql.number(connection, "SELECT coalesce(max(id), 0) FROM signature")) {
            return upTo(size);
        }
        int[] ids = new int[size];
        int[] place = {0};
        Sql.each(
                connection,
                row -> ids[place[0]++] = row.getInt(1),
                "SELECT id FROM signature WHERE " + which + " ORDER BY id");
        return new SignatureIds(size, ids);
    }

    int size() {
        return size;
    }

    long id(int place) {
        return ids == null ? place + 1L : ids[place];
    }

    /** The place of a live signature; negative for another: -1 less the place where it would be. */
    int place(long id) {
        if (ids == null) {
            return id < 1 ? -1 : id > size ? -1 - size : (int) id - 1;
        }
        // numbers have few gaps, and a gap can only bring it nearer to the front
        int most = size == 0 ? -1 : (int) Math.min(id - ids[0], size - 1L);
        return most >= 0 && ids[most] == id ? most : Arrays.binarySearch(ids, 0, Math.max(0, most + 1), (int) id);
    }

    LongStream stream() {
        return ids == null
                ? LongStream.rangeClosed(1, size)
                : Arrays.stream(ids).asLongStream();
    }
}
