package io.serai.store;

import io.serai.profile.Facts;
import io.serai.profile.Survivors.Candidate;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What the live records of some profiles say of them: every value that a trait, an identifier or a consent could have. A
 * candidate's {@link Candidate#record} is the number of a signature for identifiers, of a record for all others.
 */
final class Candidates {

    private final Connection connection;
    private final Derivation derivation;
    private final Names identifierNames;
    private final Map<Long, FeedTable.Feed> feeds;
    private final Map<Long, List<Candidate>> byProfile = new HashMap<>();
    private final Map<Long, Set<String>> connections = new HashMap<>();

    Candidates(Connection connection, Derivation derivation, Names identifierNames, Map<Long, FeedTable.Feed> feeds) {
        this.connection = connection;
        this.derivation = derivation;
        this.identifierNames = identifierNames;
        this.feeds = feeds;
    }

    Map<Long, List<Candidate>> byProfile() {
        return byProfile;
    }

    /** The connections that know each profile, once {@link #ofIdentifiers} was called. */
    Map<Long, Set<String>> connections() {
        return connections;
    }

    /** @param ids profiles, as the text of a JSON array */
    void ofIdentifiers(String ids) throws SQLException {
        Sql.each(
                connection,
                row -> {
                    FeedTable.Feed feed = feeds.get(row.getLong(3));
                    long profile = row.getLong(1);
                    connections.computeIfAbsent(profile, key -> new TreeSet<>()).add(feed.connection());
                    if (row.getString(6) != null) {
                        add(
                                profile,
                                new Candidate(
                                        identifierNames.name(row.getLong(5)),
                                        row.getString(6),
                                        feed.connection(),
                                        feed.target().equals("PROFILE") ? 0 : 1,
                                        row.getLong(4),
                                        row.getLong(2)));
                    }
                },
                """
                SELECT s.profile_id, s.id, s.feed_id, s.changed, i.name_id, i.value
                FROM json_each(?) p CROSS JOIN signature s ON s.profile_id = p.value AND s.records > 0
                LEFT JOIN signature_identifier i ON i.signature_id = s.id""",
                ids);
    }

    /** @param ids profiles, as the text of a JSON array */
    void ofRecords(String ids) throws SQLException {
        Sql.each(
                connection,
                row -> {
                    FeedTable.Feed feed = feeds.get(row.getLong(3));
                    Facts facts = derivation.readKept(feed.mapping(), row.getString(4));
                    if (facts != null) {
                        long profile = row.getLong(1);
                        each(
                                facts,
                                feed.connection(),
                                row.getLong(5),
                                row.getLong(2),
                                candidate -> add(profile, candidate));
                    }
                },
                """
                SELECT s.profile_id, r.id, r.feed_id, r.payload, r.changed
                FROM json_each(?) p CROSS JOIN signature s ON s.profile_id = p.value AND s.records > 0
                JOIN feed f ON f.id = s.feed_id AND f.target = 'PROFILE'
                CROSS JOIN record_state rs ON rs.signature_id = s.id
                CROSS JOIN record r ON r.id = rs.record_id AND r.deleted = 0""",
                ids);
    }

    /** The traits and consents that one record brings from a connection. */
    static void each(Facts facts, String source, long changed, long record, Consumer<Candidate> taker) {
        facts.traits().forEach((trait, value) -> taker.accept(new Candidate(trait, value, source, 0, changed, record)));
        facts.consents()
                .forEach((channel, state) ->
                        taker.accept(new Candidate("consent." + channel, state, source, 0, changed, record)));
    }

    private void add(long profile, Candidate candidate) {
        byProfile.computeIfAbsent(profile, key -> new ArrayList<>()).add(candidate);
    }
}
