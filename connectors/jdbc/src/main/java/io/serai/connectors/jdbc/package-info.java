/**
 * Tables and queries of a relational database as streams, and tables as destinations: SQLite, PostgreSQL, MySQL and MariaDB,
 * and whatever else has a JDBC driver on the class path and speaks standard SQL.
 */
package io.serai.connectors.jdbc;
