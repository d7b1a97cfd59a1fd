package io.serai.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.profile.Facts;
import io.serai.profile.TimelineEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the changed records of a page, and what they say of orders, events and products. */
final class RecordWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ENTRY = "(record_id, signature_id, name_id, time, total, currency, store, properties)";

    /** An entry that is as it was is left alone, and so are the indexes that it stands in. */
    private static final String CHANGED =
            " ON CONFLICT (record_id) DO UPDATE SET (signature_id, name_id, time, total, currency,"
                    + " store, properties) = (excluded.signature_id, excluded.name_id, excluded.time, excluded.total, excluded.currency,"
                    + " excluded.store, excluded.properties) WHERE (signature_id, name_id, time, total, currency, store, properties) IS NOT"
                    + " (excluded.signature_id, excluded.name_id, excluded.time, excluded.total, excluded.currency, excluded.store,"
                    + " excluded.properties)";

    private final Connection connection;
    private final long feed;
    private final long now;

    RecordWriter(Connection connection, long feed, long now) {
        this.connection = connection;
        this.feed = feed;
        this.now = now;
    }

    /** @param signatures the number of each changed record's signature; absent for nobody's */
    void write(List<RecordChange> changes, Map<Long, Long> signatures) throws SQLException {
        writeRecords(changes);
        writeMeaning(changes, signatures);
    }

    /** Writes whose records that are written are, and what they say. */
    void writeMeaning(List<RecordChange> changes, Map<Long, Long> signatures) throws SQLException {
        writeStates(changes, signatures);
        if (!changes.stream().allMatch(change -> change.fresh() && change.isPerson())) {
            writeEntries(changes, signatures);
            writeLines(changes);
            writeProducts(changes);
        }
    }

    /** Writes what records say that are kept as they are. */
    void readAgain(List<RecordChange> changes, Map<Long, Long> signatures) throws SQLException {
        rewrite(changes, signatures);
        writeLines(changes);
        writeProducts(changes);
    }

    /** Writes again what became of records that are kept already: whose they are. */
    void rewrite(List<RecordChange> changes, Map<Long, Long> signatures) throws SQLException {
        writeStates(changes, signatures);
        writeEntries(changes, signatures);
    }

    /** Writes records themselves alone. */
    void writeRecords(List<RecordChange> changes) throws SQLException {
        ManyRows insert = new ManyRows(
                connection,
                "INSERT INTO record (id, feed_id, key, payload, first_seen, changed) VALUES ",
                "(?, ?, ?, ?, ?, ?)",
                6);
        try (Batch update =
                        new Batch(connection, "UPDATE record SET payload = ?, changed = ?, deleted = 0 WHERE id = ?");
                Batch delete = new Batch(connection, "UPDATE record SET changed = ?, deleted = 1 WHERE id = ?")) {
            for (RecordChange change : changes) {
                if (change.deleted()) {
                    delete.add(now, change.id());
                } else if (change.fresh()) {
                    insert.add(change.id(), feed, change.key(), change.payload(), now, now);
                } else {
                    update.add(change.payload(), now, change.id());
                }
            }
            insert.flush();
            update.flush();
            delete.flush();
        }
    }

    private void writeStates(List<RecordChange> changes, Map<Long, Long> signatures) throws SQLException {
        ManyRows states = new ManyRows(
                connection,
                "INSERT INTO record_state (record_id, hash, signature_id) VALUES ",
                "(?, ?, ?)",
                3,
                " ON CONFLICT (record_id) DO UPDATE SET (hash, signature_id) = (excluded.hash, excluded.signature_id)"
                        + " WHERE (hash, signature_id) IS NOT (excluded.hash, excluded.signature_id)");
        for (RecordChange change : changes) {
            if (!change.fresh() || !change.deleted()) {
                states.add(change.id(), change.hash(), signatures.get(change.id()));
            }
        }
        states.flush();
    }

    private void writeEntries(List<RecordChange> changes, Map<Long, Long> signatures) throws SQLException {
        Names names = Names.of(connection, "event_name");
        ManyRows put = new ManyRows(
                connection, "INSERT INTO timeline " + ENTRY + " VALUES ", "(?, ?, ?, ?, ?, ?, ?, ?)", 8, CHANGED);
        try (Batch drop = new Batch(connection, "DELETE FROM timeline WHERE record_id = ?")) {
            for (RecordChange change : changes) {
                if (change.deleted() && !change.fresh()) {
                    drop.add(change.id());
                } else if (!change.deleted() && change.facts().entry().isPresent()) {
                    TimelineEntry entry = change.facts().entry().get();
                    Map<String, Object> rest = new HashMap<>(entry.properties());
                    put.add(
                            change.id(),
                            signatures.get(change.id()),
                            names.id(entry.name()),
                            entry.time().toEpochMilli(),
                            rest.remove("total") instanceof Number total ? total.doubleValue() : null,
                            text(rest.remove("currency")),
                            text(rest.remove("store")),
                            rest.isEmpty() ? null : json(rest));
                }
            }
            drop.flush();
            put.flush();
        }
    }

    private void writeLines(List<RecordChange> changes) throws SQLException {
        Map<String, Long> products = productIds(changes);
        try (Batch drop = new Batch(connection, "DELETE FROM order_line WHERE record_id = ?");
                Batch put = new Batch(
                        connection,
                        "INSERT INTO order_line (record_id, position, product_id, quantity, price) VALUES (?, ?, ?, ?, ?)")) {
            for (RecordChange change : changes) {
                if (!change.fresh()) {
                    drop.add(change.id());
                }
            }
            drop.flush();
            for (RecordChange change : changes) {
                List<Facts.Line> lines =
                        change.deleted() ? List.of() : change.facts().lines();
                for (int position = 0; position < lines.size(); position++) {
                    Facts.Line line = lines.get(position);
                    put.add(change.id(), position, products.get(line.product()), line.quantity(), line.price());
                }
            }
            put.flush();
        }
    }

    /** Numbers of all products that the lines name; unknown ones are entered by their SKU alone. */
    private Map<String, Long> productIds(List<RecordChange> changes) throws SQLException {
        Set<String> skus = new HashSet<>();
        for (RecordChange change : changes) {
            if (!change.deleted()) {
                change.facts().lines().forEach(line -> skus.add(line.product()));
            }
        }
        skus.remove(null);
        Map<String, Long> ids = new HashMap<>();
        if (skus.isEmpty()) {
            return ids;
        }
        Sql.each(
                connection,
                row -> ids.put(row.getString(1), row.getLong(2)),
                "SELECT sku, id FROM product WHERE sku IN (SELECT value FROM json_each(?))",
                Sql.json(skus));
        long next = Sql.number(connection, "SELECT coalesce(max(id), 0) + 1 FROM product");
        try (Batch insert = new Batch(connection, "INSERT INTO product (id, sku) VALUES (?, ?)")) {
            for (String sku : skus) {
                if (!ids.containsKey(sku)) {
                    insert.add(next, sku);
                    ids.put(sku, next++);
                }
            }
            insert.flush();
        }
        return ids;
    }

    private void writeProducts(List<RecordChange> changes) throws SQLException {
        try (Batch put = new Batch(
                connection,
                "INSERT INTO product (sku, name, record_id, properties) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (sku) DO UPDATE SET name = excluded.name, record_id = excluded.record_id,"
                        + " properties = excluded.properties")) {
            for (RecordChange change : changes) {
                if (!change.deleted() && change.facts().product().isPresent()) {
                    Facts.Product product = change.facts().product().get();
                    put.add(product.sku(), product.name(), change.id(), json(product.properties()));
                }
            }
            put.flush();
        }
    }

    private static String text(Object value) {
        return value == null ? null : String.valueOf(value);
    }

    private static String json(Map<String, Object> properties) {
        try {
            return JSON.writeValueAsString(properties);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write plain values as JSON", e);
        }
    }
}
