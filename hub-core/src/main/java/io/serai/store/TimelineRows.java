package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Reads the orders and events of blocks of people: those of the signatures that are theirs. */
final class TimelineRows {

    /** Who has entries with them: customers that came before the first order are passed over without a look at the entries. */
    static final String ENTRIES = " FROM signature s CROSS JOIN timeline t ON t.signature_id = s.id"
            + " AND s.id >= (SELECT min(signature_id) FROM timeline)";

    private static final String FROM =
            ENTRIES + " WHERE t.name_id = (SELECT id FROM event_name WHERE name = ?) AND t.time >= ? AND ";

    private final Connection connection;
    private final ProfileSet people;

    TimelineRows(Connection connection, ProfileSet people) {
        this.connection = connection;
        this.people = people;
    }

    /** Counts entries for each row of the block without looking at them. */
    int[] counts(String event, long from) throws SQLException {
        int[] counts = new int[people.size()];
        Sql.each(
                connection,
                entry -> {
                    int row = people.row(entry.getLong(1));
                    if (row >= 0) {
                        counts[row] = entry.getInt(2);
                    }
                },
                "SELECT s.profile_id, count(*)" + FROM + people.condition("s.profile_id") + " GROUP BY s.profile_id",
                people.after(event, from));
        return counts;
    }

    /** Hands over each entry since a time with the properties asked for; a property it does not have is absent. */
    void each(String event, long from, Set<String> properties, Visitor visitor) throws SQLException {
        boolean all = EntryProperties.areInJson(properties);
        String columns = "SELECT s.profile_id, t.time, " + EntryProperties.columns(properties);
        Sql.each(
                connection,
                entry -> {
                    int row = people.row(entry.getLong(1));
                    if (row >= 0) {
                        visitor.entry(row, Instant.ofEpochMilli(entry.getLong(2)), EntryProperties.read(entry, 3, all));
                    }
                },
                columns + FROM + people.condition("s.profile_id"),
                people.after(event, from));
    }

    /** Takes entries. */
    @FunctionalInterface
    interface Visitor {
        void entry(int row, Instant time, Map<String, Object> properties);
    }
}
