package io.serai.store;

import io.serai.identity.Identifier;
import io.serai.profile.Facts;
import io.serai.profile.Survivors.Candidate;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Gives new profiles the traits that their records say, person after person in the order of their numbers; nothing is read of traits before. */
final class FirstTraits {

    private static final int PART = 4096;

    private final Connection connection;
    private final Derivation derivation;
    private final FirstMembers members;
    private final Map<Long, FeedTable.Feed> feeds;
    private final Names names;
    private final TraitAppend append;
    private final FirstHouseholds households;
    private final Instant now;

    FirstTraits(Connection connection, Derivation derivation, FirstMembers members, long now) throws SQLException {
        this.now = Instant.ofEpochMilli(now);
        this.connection = connection;
        this.derivation = derivation;
        this.members = members;
        feeds = FeedTable.byId(connection);
        names = Names.of(connection, "identifier_name");
        append = new TraitAppend(connection);
        households = new FirstHouseholds(connection, derivation.identity(), members.profiles());
    }

    void run() throws SQLException {
        boolean timeline = !derivation.traits().definitions().isEmpty()
                && Sql.number(connection, "SELECT EXISTS (SELECT 1 FROM timeline)") == 1;
        for (int first = 1; first <= members.profiles(); first += PART) {
            part(first, Math.min(members.profiles(), first + PART - 1), timeline);
        }
        append.flush();
        households.save();
    }

    private void part(int first, int last, boolean timeline) throws SQLException {
        Map<Long, Said> said = said(first, last);
        Map<Long, List<Identifier>> others = identifiers(first, last);
        Map<Long, Map<String, Object>> computed = new HashMap<>();
        if (timeline) {
            new Timelines(connection, derivation.traits(), now)
                    .compute(Sql.json(LongStream.rangeClosed(first, last).toArray()), computed::put);
        }
        for (int profile = first; profile <= last; profile++) {
            Map<String, Object> traits = traits(profile, said, others);
            traits.putAll(computed.getOrDefault((long) profile, Map.of()));
            append.add(profile, traits);
            households.note(profile, traits);
        }
    }

    private record Said(Facts facts, long changed) {}

    private Map<Long, Said> said(int first, int last) throws SQLException {
        Map<Long, Said> said = new HashMap<>();
        Sql.each(
                connection,
                row -> {
                    Facts facts = derivation.readKept(feeds.get(row.getLong(2)).mapping(), row.getString(3));
                    if (facts != null) {
                        said.put(row.getLong(1), new Said(facts, row.getLong(4)));
                    }
                },
                "SELECT r.id, r.feed_id, r.payload, r.changed FROM json_each(?) j"
                        + " CROSS JOIN record r ON r.id = j.value AND r.deleted = 0",
                Sql.json(members.records(first, last)));
        return said;
    }

    private Map<Long, List<Identifier>> identifiers(int first, int last) throws SQLException {
        Map<Long, List<Identifier>> identifiers = new HashMap<>();
        Sql.each(
                connection,
                row -> identifiers
                        .computeIfAbsent(row.getLong(1), id -> new ArrayList<>(3))
                        .add(new Identifier(names.name(row.getLong(2)), row.getString(3))),
                "SELECT i.signature_id, i.name_id, i.value FROM json_each(?) j"
                        + " CROSS JOIN signature_identifier i ON i.signature_id = j.value",
                Sql.json(members.signatures(first, last)));
        return identifiers;
    }

    private Map<String, Object> traits(int profile, Map<Long, Said> said, Map<Long, List<Identifier>> identifiers) {
        List<Candidate> candidates = new ArrayList<>(16);
        Map<String, Object> traits = new HashMap<>(32);
        members.eachSignature(profile, (signature, feed, changed) -> {
            FeedTable.Feed from = feeds.get(feed);
            traits.put("source." + from.connection(), 1L);
            int rank = from.target().equals("PROFILE") ? 0 : 1;
            for (Identifier each : identifiers.getOrDefault(signature, List.of())) {
                candidates.add(new Candidate(each.name(), each.value(), from.connection(), rank, changed, signature));
            }
        });
        members.eachRecord(profile, (record, feed) -> {
            Said one = said.get(record);
            if (one != null) {
                Candidates.each(one.facts(), feeds.get(feed).connection(), one.changed(), record, candidates::add);
            }
        });
        traits.putAll(derivation.survivors().choose(candidates));
        return traits;
    }
}
