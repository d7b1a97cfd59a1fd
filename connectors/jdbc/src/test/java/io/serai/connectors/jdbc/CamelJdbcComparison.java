package io.serai.connectors.jdbc;

import static io.serai.connectors.jdbc.JdbcHome.mutation;
import static io.serai.connectors.jdbc.JdbcHome.table;

import io.serai.spi.Cursor;
import io.serai.spi.Mutation;
import io.serai.spi.Op;
import io.serai.spi.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteDataSource;

/**
 * Reads and writes 100,000 rows of SQLite through camel-jdbc and through this connector, side by side. Run by hand; its
 * figures are in the decision record.
 */
final class CamelJdbcComparison {

    private static final Logger LOG = LoggerFactory.getLogger(CamelJdbcComparison.class);
    private static final int ROWS = 100_000;
    private static final int PAGE = 5000;
    private static final int ROUNDS = 5;

    private CamelJdbcComparison() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("comparison");
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("crm.db"));
        fill(source);
        CamelContext camel = new DefaultCamelContext();
        camel.getRegistry().bind("crm", source);
        camel.start();
        ProducerTemplate template = camel.createProducerTemplate();
        JdbcConnector connector =
                new JdbcHome(folder).open("jdbc:sqlite:crm.db", "contacts", table("contacts", "updated_at", "id"));
        for (int round = 1; round <= ROUNDS; round++) {
            report(round, "read through camel-jdbc", () -> readByCamel(template));
            report(round, "read by the connector", () -> read(connector));
            report(round, "write through camel-jdbc", () -> writeByCamel(template));
            report(round, "write by the connector", () -> write(connector));
        }
        connector.close();
        camel.stop();
    }

    private static void fill(SQLiteDataSource source) throws Exception {
        try (Connection connection = source.getConnection()) {
            connection
                    .createStatement()
                    .execute("create table contacts(id integer primary key, given text, family text, mail text,"
                            + " mobile text, town text, points real, updated_at text)");
            connection.createStatement().execute("create index by_change on contacts(updated_at, id)");
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into contacts values(?,?,?,?,?,?,?,?)")) {
                for (int id = 0; id < ROWS; id++) {
                    insert.setInt(1, id);
                    insert.setString(2, "Given" + id);
                    insert.setString(3, "Family" + id);
                    insert.setString(4, "p" + id + "@x.example");
                    insert.setString(5, "07700 9" + id);
                    insert.setString(6, "York");
                    insert.setDouble(7, id / 10.0);
                    insert.setString(8, "2026-01-%02dT10:00:00Z".formatted(1 + id / 4000));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        }
    }

    private static void report(int round, String what, Callable<Integer> work) throws Exception {
        long start = System.nanoTime();
        int rows = work.call();
        LOG.warn(
                "round {}: {}: {} us a row",
                round,
                what,
                Math.round((System.nanoTime() - start) / 10.0 / rows) / 100.0);
    }

    @SuppressWarnings("unchecked")
    private static int readByCamel(ProducerTemplate camel) {
        int rows = 0;
        Object changed = "";
        Object id = -1;
        while (true) {
            List<Map<String, Object>> page = (List<Map<String, Object>>) camel.requestBodyAndHeaders(
                    "jdbc:crm?useHeadersAsParameters=true",
                    "select * from contacts where updated_at >= :?c and (updated_at > :?c or (updated_at = :?c and id > :?i))"
                            + " order by updated_at, id limit " + PAGE,
                    Map.of("c", changed, "i", id));
            rows += page.size();
            if (page.size() < PAGE) {
                return rows;
            }
            changed = page.get(PAGE - 1).get("updated_at");
            id = page.get(PAGE - 1).get("id");
        }
    }

    private static int read(JdbcConnector connector) {
        int rows = 0;
        Page page = new Page(List.of(), Cursor.START, false);
        while (!page.last()) {
            page = connector.read(connector.streams().get(0), page.next());
            rows += page.changes().size();
        }
        return rows;
    }

    /** One statement is one exchange and one commit: camel-jdbc knows no batches. */
    private static int writeByCamel(ProducerTemplate camel) {
        int rows = 500;
        for (int id = 0; id < rows; id++) {
            camel.requestBodyAndHeaders(
                    "jdbc:crm?useHeadersAsParameters=true",
                    "update contacts set town = :?town where id = :?id",
                    Map.of("town", "Hull" + id, "id", id));
        }
        return rows;
    }

    private static int write(JdbcConnector connector) {
        for (int start = 0; start < ROWS; start += 500) {
            List<Mutation> batch = new ArrayList<>();
            for (int id = start; id < start + 500; id++) {
                batch.add(mutation("m" + id, Op.UPSERT, "" + id, "town", "Leeds" + id));
            }
            connector.write(connector.streams().get(0), batch);
        }
        return ROWS;
    }
}
