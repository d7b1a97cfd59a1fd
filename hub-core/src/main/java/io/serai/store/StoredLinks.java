package io.serai.store;

import io.serai.identity.Identifier;
import io.serai.identity.IdentifierRule;
import io.serai.identity.IdentityRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The values that more than one signature bears: the engine reads them in the order of their index, and hands over each at once. */
final class StoredLinks {

    /** Takes the bearers of one value that links. */
    interface Bearers {
        /**
         * Takes them.
         *
         * @param signatures in any order, dead ones among them
         * @param many whether they are more than people may share it
         */
        void value(long[] signatures, boolean many);
    }

    private final Connection connection;
    private final Names names;
    private final Map<Long, IdentifierRule> rules = new HashMap<>();

    StoredLinks(Connection connection, IdentityRules rules) throws SQLException {
        this.connection = connection;
        names = Names.of(connection, "identifier_name");
        rules.identifiers().forEach(rule -> this.rules.put(names.known(rule.name()), rule));
    }

    /** All values that are on too many people. */
    Set<Identifier> overloaded() throws SQLException {
        return new HashSet<>(Sql.list(
                connection,
                row -> new Identifier(names.name(row.getLong(1)), row.getString(2)),
                "SELECT name_id, value FROM overloaded_value"));
    }

    void each(Bearers taker) throws SQLException {
        Set<Identifier> overloaded = overloaded();
        Sql.each(
                connection,
                row -> {
                    IdentifierRule rule = rules.get(row.getLong(1));
                    if (!overloaded.contains(new Identifier(rule.name(), row.getString(2)))) {
                        taker.value(numbers(row.getString(4), row.getInt(3)), row.getInt(3) > rule.maxPeople());
                    }
                },
                "SELECT name_id, value, count(*), group_concat(signature_id) FROM signature_identifier"
                        + " WHERE name_id IN (SELECT value FROM json_each(?)) GROUP BY name_id, value HAVING count(*) > 1",
                Sql.json(rules.keySet()));
    }

    private static long[] numbers(String text, int count) {
        long[] numbers = new long[count];
        int from = 0;
        for (int i = 0; i < count; i++) {
            int comma = text.indexOf(',', from);
            int end = comma < 0 ? text.length() : comma;
            numbers[i] = Long.parseLong(text, from, end, 10);
            from = end + 1;
        }
        return numbers;
    }
}
