package io.serai.connectors.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.serai.spi.ConnectorContext;
import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The database of a connection and its pool, opened with the first use. */
final class Database implements AutoCloseable {

    private static final String SQLITE = "jdbc:sqlite:";
    private static final int CONNECTIONS = 4;
    private static final long PATIENCE = 5_000;
    private static final int SQLITE_PATIENCE = 5_000;

    private final String url;
    private final Dialect dialect;
    private final String user;
    private final String password;
    private final Path file;
    private HikariDataSource pool;

    private Database(String url, Path file, String user, String password) {
        this.url = url;
        this.dialect = Dialect.of(url);
        this.file = file;
        this.user = user;
        this.password = password;
    }

    static Database of(JdbcSettings settings, ConnectorContext context) {
        String url = settings.url();
        if (url == null || !url.startsWith("jdbc:")) {
            throw new ConnectorException(
                    Kind.CONFIG,
                    "\"url\" must be a JDBC URL such as jdbc:sqlite:data/crm.db or jdbc:postgresql://host/crm");
        }
        if (!url.startsWith(SQLITE)) {
            return new Database(url, null, settings.user(), settings.password());
        }
        String rest = url.substring(SQLITE.length());
        if (rest.startsWith(":") || rest.startsWith("file:") || rest.isBlank()) {
            throw new ConnectorException(
                    Kind.CONFIG, "\"url\" must name a SQLite file: jdbc:sqlite:data/crm.db, relative to the home");
        }
        int question = rest.indexOf('?');
        String name = question < 0 ? rest : rest.substring(0, question);
        String options = question < 0 ? "" : rest.substring(question);
        Path file = context.home().resolve(name).toAbsolutePath().normalize();
        return new Database(SQLITE + file + options, file, settings.user(), settings.password());
    }

    Dialect dialect() {
        return dialect;
    }

    /** The database for messages, without credentials. */
    String name() {
        if (file != null) {
            return "the database \"" + file + "\"";
        }
        String shown = url.replaceAll("[?;].*", "").replaceAll("//[^/@]*@", "//");
        return "the database \"" + shown + "\"";
    }

    Connection connect() throws SQLException {
        if (file != null && !Files.isRegularFile(file)) {
            throw new ConnectorException(
                    Kind.CONFIG, name() + " does not exist: correct \"url\" (the hub does not create databases)");
        }
        if (file != null) {
            return sqlite().getConnection();
        }
        requireDriver();
        return pool().getConnection();
    }

    private void requireDriver() {
        try {
            DriverManager.getDriver(url);
        } catch (SQLException none) {
            throw new ConnectorException(
                    Kind.CONFIG,
                    "there is no driver for " + url.replaceFirst("^(jdbc:[^:/]*).*", "$1")
                            + ": correct \"url\", or put the driver's jar into lib/ beside hub");
        }
    }

    /** Opened for each use: that takes a millisecond, and a file that was replaced meanwhile is not read from its grave. */
    private SQLiteDataSource sqlite() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(SQLITE_PATIENCE);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(url);
        return source;
    }

    private synchronized HikariDataSource pool() {
        if (pool == null) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url);
            config.setUsername(user);
            config.setPassword(password);
            config.setPoolName("jdbc-" + Integer.toHexString(System.identityHashCode(this)));
            config.setMaximumPoolSize(CONNECTIONS);
            config.setMinimumIdle(0);
            config.setInitializationFailTimeout(-1);
            config.setConnectionTimeout(PATIENCE);
            dialect.properties().forEach((name, value) -> {
                if (!url.contains(name + "=")) {
                    config.addDataSourceProperty(name, value);
                }
            });
            pool = new HikariDataSource(config);
        }
        return pool;
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
            pool = null;
        }
    }
}
