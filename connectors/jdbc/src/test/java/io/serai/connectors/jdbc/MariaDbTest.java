package io.serai.connectors.jdbc;

import static io.serai.connectors.jdbc.JdbcHome.pass;
import static io.serai.connectors.jdbc.JdbcHome.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.spi.Cursor;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MariaDbTest extends ServerBehaviour {

    private static int port;

    @BeforeAll
    static void start() {
        port = MariaDbServer.port();
    }

    @Override
    Connection database() throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/test", "root", "");
    }

    @Override
    String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/test";
    }

    @Override
    String user() {
        return "root";
    }

    @Override
    String instant() {
        return "DATETIME(6)";
    }

    @Test
    void a_timestamp_is_an_instant_and_a_cursor() throws SQLException {
        sql(
                "DROP TABLE IF EXISTS seen",
                "CREATE TABLE seen (id INTEGER PRIMARY KEY, at TIMESTAMP(6) NULL, flag BIT(1), y YEAR, big BIGINT UNSIGNED)",
                "SET time_zone = '+00:00'");
        try (Connection connection = database()) {
            connection.createStatement().execute("SET time_zone = '+05:00'");
            connection
                    .createStatement()
                    .execute("INSERT INTO seen VALUES (1, '2026-01-01 05:00:00.5', 1, 2026, 18446744073709551615)");
        }
        JdbcConnector seen = contacts(table("seen", "at", "id"));
        var first = pass(seen, Cursor.START);
        assertThat(first.fields("1").toString())
                .isEqualTo("{id=1, at=2026-01-01T00:00:00.5Z, flag=true, y=2026, big=18446744073709551615}");
        assertThat(pass(seen, first.end()).keys()).containsExactly("1");
        sql("INSERT INTO seen (id, at) VALUES (0, '2025-12-01 00:00:00')");
        assertThat(pass(seen, first.end()).keys()).containsExactly("1");
    }
}
