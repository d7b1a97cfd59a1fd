package io.serai.store;

import io.serai.profile.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A first load whose process died, or whose last page was undone: the store has its records, and nothing of what they say. Reads them
 * again, page by page as they came, and leaves who is who to be found out. In which run they came is not known any more.
 */
final class LostLoad {

    private static final int PAGE = 5000;

    private final Connection connection;
    private final Derivation derivation;
    private final ModelTable models;
    private final Map<Long, FeedTable.Feed> feeds;

    LostLoad(Connection connection, Derivation derivation, ModelTable models) throws SQLException {
        this.connection = connection;
        this.derivation = derivation;
        this.models = models;
        feeds = FeedTable.byId(connection);
    }

    private record Row(long id, long feed, String key, String payload, long hash, long changed) {

        boolean cameWith(Row other) {
            return feed == other.feed && changed == other.changed;
        }
    }

    void regain() throws SQLException {
        new LateIndexes(connection).make();
        Sql.update(connection, "UPDATE record_state SET signature_id = NULL");
        List<Row> page = rows(0);
        while (!page.isEmpty()) {
            for (int from = 0; from < page.size(); ) {
                int to = from + 1;
                while (to < page.size() && page.get(to).cameWith(page.get(from))) {
                    to++;
                }
                read(page.subList(from, to));
                from = to;
            }
            page = rows(page.get(page.size() - 1).id());
        }
    }

    private List<Row> rows(long after) throws SQLException {
        return Sql.list(
                connection,
                row -> new Row(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6)),
                """
                SELECT r.id, r.feed_id, r.key, r.payload, s.hash, r.changed
                FROM record r JOIN record_state s ON s.record_id = r.id WHERE r.id > ? ORDER BY r.id LIMIT ?""",
                after,
                PAGE);
    }

    /** Rows that came at once. What today's mapping refuses, or has no mapping any more, is read again when that changes. */
    private void read(List<Row> rows) throws SQLException {
        FeedTable.Feed feed = feeds.get(rows.get(0).feed());
        List<RecordChange> changes = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Facts facts = derivation.readKept(feed.mapping(), row.payload());
            if (facts == null) {
                FeedTable.forgetVersion(connection, feed.id());
            } else {
                changes.add(new RecordChange(row.id(), true, row.key(), row.payload(), row.hash(), facts, 0));
            }
        }
        long came = rows.get(0).changed();
        PageSayings sayings =
                new IdentityStep(connection, derivation.identity(), models.likeness(connection), came).sayings();
        sayings.assign(feed.id(), changes, 0, Map.of());
        sayings.leaveNew(new Landed(connection));
        new RecordWriter(connection, feed.id(), came).rewrite(changes, sayings.signatures());
    }
}
