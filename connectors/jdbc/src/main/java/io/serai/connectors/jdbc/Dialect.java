package io.serai.connectors.jdbc;

import java.util.Map;

/** What differs between databases. */
enum Dialect {
    SQLITE("\"", Map.of()),
    /** Text parameters without a type take the type of their column; a batch of inserts travels as few statements. */
    POSTGRESQL("\"", Map.of("stringtype", "unspecified", "ApplicationName", "serai", "reWriteBatchedInserts", "true")),
    MYSQL(
            "`",
            Map.of(
                    "connectionTimeZone",
                    "UTC",
                    "forceConnectionTimeZoneToSession",
                    "true",
                    "zeroDateTimeBehavior",
                    "CONVERT_TO_NULL")),
    MARIADB("`", Map.of("connectionTimeZone", "UTC", "forceConnectionTimeZoneToSession", "true")),
    STANDARD("\"", Map.of());

    private final String quote;
    private final Map<String, String> properties;

    Dialect(String quote, Map<String, String> properties) {
        this.quote = quote;
        this.properties = properties;
    }

    static Dialect of(String url) {
        if (url.startsWith("jdbc:sqlite:")) {
            return SQLITE;
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        if (url.startsWith("jdbc:mysql:")) {
            return MYSQL;
        }
        return url.startsWith("jdbc:mariadb:") ? MARIADB : STANDARD;
    }

    String quote(String name) {
        return quote + name.replace(quote, quote + quote) + quote;
    }

    String firstRows(int count) {
        return this == STANDARD ? " FETCH FIRST " + count + " ROWS ONLY" : " LIMIT " + count;
    }

    /** What the driver needs so that a long answer is streamed and not collected. */
    int fetchSize() {
        return this == MYSQL ? Integer.MIN_VALUE : 500;
    }

    Map<String, String> properties() {
        return properties;
    }

    boolean isMysql() {
        return this == MYSQL || this == MARIADB;
    }
}
