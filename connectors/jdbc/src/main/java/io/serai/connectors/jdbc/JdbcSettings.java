package io.serai.connectors.jdbc;

import io.serai.spi.Setting;
import java.util.List;
import java.util.Map;

/**
 * Settings of a jdbc connection.
 *
 * @param url of the database
 * @param user who connects
 * @param password of the user
 * @param streams by name
 */
public record JdbcSettings(
        @Setting(
                value = "The JDBC URL, such as jdbc:postgresql://host/crm; a relative jdbc:sqlite: file is relative"
                        + " to the home.",
                required = true)
        String url,

        @Setting("The database user.") String user,

        @Setting(value = "The user's password.", secret = true)
        String password,

        @Setting(value = "The streams by name.", required = true)
        Map<String, StreamSettings> streams) {

    /**
     * One stream.
     *
     * @param table read and written
     * @param query read only
     * @param key the columns that are the key
     * @param changedAt the column that grows with every change
     * @param overlap how far before the last change the next pass begins
     * @param operations what may be written
     * @param kind what the objects are
     */
    public record StreamSettings(
            @Setting("The table or view, with its schema where needed: crm.contacts.")
            String table,

            @Setting("A SELECT that is read in place of a table.")
            String query,

            @Setting(value = "The column, or list of columns, that is the record's key.", required = true)
            List<String> key,

            @Setting("The column that grows with every change; without it everything is read and compared.")
            String changedAt,

            @Setting(
                    value = "How far before the last known change the next run begins, for transactions that were"
                            + " slow to commit: 90s, 5m, 2h.",
                    defaultValue = "1m")
            String overlap,

            @Setting(
                    value = "What may be written to the table: insert, update, upsert, delete.",
                    defaultValue = "[insert, update, upsert, delete]")
            List<String> operations,

            @Setting(
                    value = "What the objects are: person, order, product, event, membership or other.",
                    defaultValue = "other")
            String kind) {}
}
