package io.serai.store;

import io.serai.identity.Explainer;
import io.serai.identity.match.Score;
import io.serai.profile.FieldWeight;
import io.serai.profile.NoSuchReviewException;
import io.serai.profile.Review;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Pairs that wait for a person's word. */
final class ReviewTable {

    /** Two signatures, and a record of each. */
    record Pair(long left, long right, long leftRecord, long rightRecord) {}

    private record Row(long id, long left, long right, double probability, int weight, String reason, long found) {}

    private final Connection connection;

    ReviewTable(Connection connection) {
        this.connection = connection;
    }

    /** The likeliest first. */
    List<Review> open(Explainer explainer, SignatureNames names, int limit) throws SQLException {
        List<Row> rows = Sql.list(
                connection,
                row -> new Row(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getDouble(4),
                        row.getInt(5),
                        row.getString(6),
                        row.getLong(7)),
                """
                SELECT id, left_signature, right_signature, probability, weight, reason, found FROM review
                WHERE status = 'open' ORDER BY probability DESC, weight DESC, id LIMIT ?""",
                limit);
        List<Review> reviews = new ArrayList<>();
        for (Row row : rows) {
            reviews.add(new Review(
                    row.id(),
                    names.profile(row.left()),
                    names.profile(row.right()),
                    names.records(row.left()),
                    names.records(row.right()),
                    row.probability(),
                    row.weight() / 100.0,
                    words(row.reason()),
                    explainer
                            .score(row.left(), row.right())
                            .map(ReviewTable::weights)
                            .orElse(List.of()),
                    Instant.ofEpochMilli(row.found())));
        }
        return reviews;
    }

    private static String words(String reason) {
        if (reason.startsWith("limit ")) {
            return "together they would have more " + reason.substring(6) + " than one profile may";
        }
        return reason.equals("contradicted") ? "other records of the two speak against it" : reason;
    }

    /** Field by field, the strongest first, whether for or against. */
    static List<FieldWeight> weights(Score score) {
        return score.contributions().stream()
                .sorted(Comparator.comparingInt((Score.Contribution each) -> Math.abs(each.weight()))
                        .reversed())
                .map(each -> new FieldWeight(each.field(), each.level(), each.weight() / 100.0))
                .toList();
    }

    /** @throws NoSuchReviewException when it does not wait */
    Pair decide(long review, String status) throws SQLException {
        Pair pair = Sql.first(
                        connection,
                        row -> new Pair(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                        """
                        SELECT left_signature, right_signature,
                          (SELECT min(record_id) FROM record_state WHERE signature_id = left_signature),
                          (SELECT min(record_id) FROM record_state WHERE signature_id = right_signature)
                        FROM review WHERE id = ? AND status = 'open'""",
                        review)
                .orElse(null);
        if (pair == null) {
            throw Sql.first(connection, row -> row.getString(1), "SELECT status FROM review WHERE id = ?", review)
                    .map(decided -> new NoSuchReviewException(review, decided))
                    .orElseGet(() -> new NoSuchReviewException(review));
        }
        Sql.update(connection, "UPDATE review SET status = ? WHERE id = ?", status, review);
        return pair;
    }
}
