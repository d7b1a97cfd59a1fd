package io.serai.store;

import io.serai.profile.Households;
import io.serai.profile.ProfileId;
import io.serai.profile.ProfileRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads whole people: profile, traits and household in one statement, fields in the order of their names. */
final class PeopleRows {

    private static final String COLUMNS = "SELECT p.id, p.created, t.traits, h.household_id, h.size FROM profile p"
            + " LEFT JOIN profile_trait t ON t.profile_id = p.id LEFT JOIN household h ON h.profile_id = p.id WHERE ";

    private final Connection connection;
    private final Names names;
    /** Null for all. */
    private Set<String> wanted;

    private BitSet wantedTraits;
    private Object[] values = new Object[32];
    private long[] order = new long[32];
    private int size;

    PeopleRows(Connection connection) throws SQLException {
        this.connection = connection;
        this.names = Names.of(connection, "trait_name");
    }

    /** Reads these fields alone, and {@code profile_id}. */
    PeopleRows only(Set<String> fields) {
        wanted = fields;
        wantedTraits = new BitSet();
        fields.stream().mapToLong(names::known).filter(id -> id >= 0).forEach(id -> wantedTraits.set((int) id));
        return this;
    }

    /** @param condition on {@code p}, with what follows it */
    List<ProfileRow> where(String condition, Object... parameters) throws SQLException {
        List<ProfileRow> rows = new ArrayList<>();
        Sql.each(connection, row -> rows.add(read(row)), COLUMNS + condition, parameters);
        return rows;
    }

    private ProfileRow read(ResultSet row) throws SQLException {
        size = 0;
        String text = row.getString(3);
        if (text != null) {
            TraitReader traits = new TraitReader(text);
            while (traits.next()) {
                if (wanted == null || wantedTraits.get((int) traits.trait())) {
                    add(names.rank(traits.trait()), traits.value());
                }
            }
        }
        long household = row.getLong(4);
        if (household > 0 && (wanted == null || wanted.contains(Households.ID) || wanted.contains(Households.SIZE))) {
            add(names.rank(names.known(Households.ID)), Households.text(household));
            add(names.rank(names.known(Households.SIZE)), row.getLong(5));
        }
        return new ProfileRow(row.getLong(1), fields(row.getLong(1), row.getLong(2)));
    }

    private void add(int rank, Object value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            order = Arrays.copyOf(order, 2 * size);
        }
        values[size] = value;
        order[size] = (long) rank << 32 | size;
        size++;
    }

    private Map<String, Object> fields(long id, long created) {
        Map<String, Object> fields = new LinkedHashMap<>(2 * size + 6);
        fields.put("profile_id", ProfileId.text(id));
        if (wanted == null || wanted.contains("created_at")) {
            fields.put("created_at", Instant.ofEpochMilli(created).toString());
        }
        Arrays.sort(order, 0, size);
        for (int i = 0; i < size; i++) {
            fields.put(names.ranked((int) (order[i] >>> 32)), values[(int) order[i]]);
        }
        return fields;
    }
}
