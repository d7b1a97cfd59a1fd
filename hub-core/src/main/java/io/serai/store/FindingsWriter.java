package io.serai.store;

import io.serai.identity.Doubt;
import io.serai.identity.Findings;
import io.serai.identity.Merge;
import io.serai.identity.Resolution;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/** Writes what a resolution found out about profiles: certainty, pairs for review, events. */
final class FindingsWriter {

    private final Connection connection;
    private final long now;

    FindingsWriter(Connection connection, long now) {
        this.connection = connection;
        this.now = now;
    }

    /** Answers the profiles that are more or less certain than before. */
    Set<Long> certainty(Map<Long, Double> certainty) throws SQLException {
        Map<Long, Double> changed = new HashMap<>();
        Sql.each(
                connection,
                row -> {
                    double now = certainty.get(row.getLong(1));
                    if (now != row.getDouble(2)) {
                        changed.put(row.getLong(1), now);
                    }
                },
                "SELECT p.id, p.certainty FROM json_each(?) j CROSS JOIN profile p ON p.id = j.value",
                Sql.json(certainty.keySet()));
        try (Batch update = new Batch(connection, "UPDATE profile SET certainty = ? WHERE id = ?")) {
            for (var entry : changed.entrySet()) {
                update.add(entry.getValue(), entry.getKey());
            }
            update.flush();
        }
        return changed.keySet();
    }

    private record Pair(long left, long right) {}

    private record Waiting(long id, int weight, String reason) {}

    /** Pairs that are no doubts any more wait no longer; others are new or have another weight. */
    void reviews(Findings findings, IntToDoubleFunction probability) throws SQLException {
        Map<Pair, Waiting> waiting = new HashMap<>();
        if (Sql.number(connection, "SELECT EXISTS (SELECT 1 FROM review WHERE status = 'open')") == 1) {
            for (String side : List.of("left_signature", "right_signature")) {
                Sql.each(
                        connection,
                        row -> waiting.put(
                                new Pair(row.getLong(2), row.getLong(3)),
                                new Waiting(row.getLong(1), row.getInt(4), row.getString(5))),
                        "SELECT r.id, r.left_signature, r.right_signature, r.weight, r.reason FROM json_each(?) j"
                                + " CROSS JOIN review r ON r." + side + " = j.value AND r.status = 'open'",
                        Sql.json(findings.looked()));
            }
        }
        try (Batch put = new Batch(connection, """
                INSERT INTO review (left_signature, right_signature, weight, probability, reason, found, status)
                VALUES (?, ?, ?, ?, ?, ?, 'open')
                ON CONFLICT (left_signature, right_signature) DO UPDATE SET weight = excluded.weight,
                  probability = excluded.probability, reason = excluded.reason,
                  found = CASE status WHEN 'open' THEN found ELSE excluded.found END, status = 'open'""")) {
            for (Doubt doubt : findings.doubts()) {
                Pair pair = new Pair(Math.min(doubt.left(), doubt.right()), Math.max(doubt.left(), doubt.right()));
                String reason = reason(doubt);
                Waiting before = waiting.remove(pair);
                if (before == null
                        || before.weight() != doubt.weight()
                        || !before.reason().equals(reason)) {
                    double likely = probability.applyAsDouble(doubt.weight());
                    put.add(pair.left(), pair.right(), doubt.weight(), likely, reason, now);
                }
            }
            put.flush();
        }
        settle(waiting);
    }

    private void settle(Map<Pair, Waiting> settled) throws SQLException {
        try (Batch drop = new Batch(connection, "DELETE FROM review WHERE id = ?")) {
            for (Waiting each : settled.values()) {
                drop.add(each.id());
            }
            drop.flush();
        }
    }

    private static String reason(Doubt doubt) {
        return switch (doubt.why()) {
            case LIKELY -> "likely";
            case CONTRADICTED -> "contradicted";
            case LIMIT -> "limit " + doubt.limit();
        };
    }

    /** What became of profiles, for routes and for whoever asks later. To be called before aliases are rewritten. */
    void events(Resolution resolution) throws SQLException {
        List<Object[]> events = new ArrayList<>();
        Map<Long, String> causes = resolution.findings().causes();
        for (Merge merge : resolution.merges()) {
            events.add(event("merge", merge.profile(), merge.survivor(), causes.getOrDefault(merge.profile(), "")));
        }
        for (Findings.Parting parting : resolution.findings().partings()) {
            events.add(event("split", parting.profile(), parting.other(), ""));
        }
        Map<Long, Long> before = aliases(resolution);
        for (long profile : resolution.restored()) {
            events.add(event("restored", profile, before.getOrDefault(profile, 0L), ""));
        }
        for (Merge redirect : resolution.redirects()) {
            if (before.getOrDefault(redirect.profile(), 0L) != redirect.survivor()) {
                events.add(event("alias", redirect.profile(), redirect.survivor(), ""));
            }
        }
        try (Batch insert = new Batch(
                connection,
                "INSERT INTO identity_event (at, kind, profile_id, other_id, why) VALUES (?, ?, ?, ?, ?)")) {
            for (Object[] event : events) {
                insert.add(event);
            }
            insert.flush();
        }
    }

    private Object[] event(String kind, long profile, long other, String why) {
        return new Object[] {now, kind, profile, other, why};
    }

    private Map<Long, Long> aliases(Resolution resolution) throws SQLException {
        Set<Long> asked = new HashSet<>(resolution.restored());
        resolution.redirects().forEach(redirect -> asked.add(redirect.profile()));
        Map<Long, Long> before = new HashMap<>();
        if (!asked.isEmpty()) {
            Sql.each(connection, row -> before.put(row.getLong(1), row.getLong(2)), """
                    SELECT p.id, p.merged_into FROM json_each(?) j
                    CROSS JOIN profile p ON p.id = j.value AND p.merged_into IS NOT NULL""", Sql.json(asked));
        }
        return before;
    }
}
