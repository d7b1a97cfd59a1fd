/** The storage interfaces on SQLite, and migrations. The only room with SQL. */
package io.serai.store;
