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
    private final FirstSayings sayings;
    private final FirstMembers members;
    private final Map<Long, FeedTable.Feed> feeds;
    private final TraitAppend append;
    private final FirstHouseholds households;
    private final Instant now;

    FirstTraits(Connection connection, Derivation derivation, FirstSayings sayings, FirstMembers members, long now)
            throws SQLException {
        this.now = Instant.ofEpochMilli(now);
        this.connection = connection;
        this.derivation = derivation;
        this.sayings = sayings;
        this.members = members;
        feeds = FeedTable.byId(connection);
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
        sayings.prepare(members, first, last);
        Map<Long, Map<String, Object>> computed = new HashMap<>();
        if (timeline) {
            new Timelines(connection, derivation.traits(), now)
                    .compute(Sql.json(LongStream.rangeClosed(first, last).toArray()), computed::put);
        }
        for (int profile = first; profile <= last; profile++) {
            List<Identifier> known = new ArrayList<>(4);
            Map<String, Object> traits = traits(profile, known);
            traits.putAll(computed.getOrDefault((long) profile, Map.of()));
            append.add(profile, traits);
            households.note(profile, traits, known);
        }
    }

    private Map<String, Object> traits(int profile, List<Identifier> known) {
        List<Candidate> candidates = new ArrayList<>(16);
        Map<String, Object> traits = new HashMap<>(32);
        members.eachSignature(profile, (signature, feed, changed) -> {
            FeedTable.Feed from = feeds.get(feed);
            traits.put("source." + from.connection(), 1L);
            int rank = from.target().equals("PROFILE") ? 0 : 1;
            for (Identifier each : sayings.identifiers(signature)) {
                known.add(each);
                candidates.add(new Candidate(each.name(), each.value(), from.connection(), rank, changed, signature));
            }
        });
        members.eachRecord(profile, (record, feed) -> {
            Facts facts = sayings.facts(record);
            if (facts != null) {
                Candidates.each(facts, feeds.get(feed).connection(), sayings.changed(record), record, candidates::add);
            }
        });
        traits.putAll(derivation.survivors().choose(candidates));
        return traits;
    }
}
