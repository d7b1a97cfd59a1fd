package io.serai.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/** Stores the traits of profiles that have none yet, in the order of their numbers; nothing is read before. */
final class TraitAppend {

    private static final int ROWS = 32;

    private final Connection connection;
    private final Names names;
    private final long[] profiles = new long[ROWS];
    private final String[] traits = new String[ROWS];
    private int size;

    TraitAppend(Connection connection) throws SQLException {
        this.connection = connection;
        names = Names.of(connection, "trait_name");
    }

    /** @param traits by name: {@code String}, {@code Long} or {@code Double} */
    void add(long profile, Map<String, Object> traits) throws SQLException {
        if (!traits.isEmpty()) {
            add(profile, TraitText.write(traits, names));
        }
    }

    /** Numbers of the names that are known by now, for {@link TraitText#write(Map, Map)}. */
    Map<String, Long> numbers() {
        return names.numbers();
    }

    /** @param text all traits, at least one, as {@link TraitText} writes them */
    void add(long profile, String text) throws SQLException {
        profiles[size] = profile;
        traits[size] = text;
        if (++size == ROWS) {
            flush();
        }
    }

    /** Sends what waits; to be called at the end. */
    void flush() throws SQLException {
        if (size == 0) {
            return;
        }
        String sql = "INSERT INTO profile_trait (profile_id, traits) VALUES (?, ?)" + ", (?, ?)".repeat(size - 1);
        PreparedStatement statement = PreparedStatements.take(connection, sql);
        try {
            for (int row = 0; row < size; row++) {
                statement.setLong(2 * row + 1, profiles[row]);
                statement.setString(2 * row + 2, traits[row]);
            }
            statement.executeUpdate();
        } finally {
            PreparedStatements.giveBack(connection, sql, statement);
        }
        size = 0;
    }
}
