package io.serai.connectors.jdbc;

import io.serai.spi.Connector;
import io.serai.spi.ConnectorContext;
import io.serai.spi.ConnectorInfo;
import io.serai.spi.ConnectorProvider;

/** The entrance to the jdbc connector. */
public final class JdbcProvider implements ConnectorProvider<JdbcSettings> {

    @Override
    public ConnectorInfo info() {
        return new ConnectorInfo(
                "jdbc",
                "Database",
                "1.0",
                "Tables and queries of SQLite, PostgreSQL, MySQL and MariaDB, read and written.");
    }

    @Override
    public Class<JdbcSettings> settings() {
        return JdbcSettings.class;
    }

    @Override
    public Connector open(JdbcSettings settings, ConnectorContext context) {
        return JdbcConnector.open(settings, context);
    }
}
