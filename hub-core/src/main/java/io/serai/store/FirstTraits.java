package io.serai.store;

import io.serai.identity.Identifier;
import io.serai.profile.Facts;
import io.serai.profile.Survivors.Candidate;
import io.serai.sync.ReadAhead;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Gives new profiles the traits that their records say, person after person in the order of their numbers; nothing is read of traits
 * before. Where what is said is at hand, other threads find them out while the store is written.
 */
final class FirstTraits implements AutoCloseable {

    private static final int PART = 2048;

    private final Connection connection;
    private final Derivation derivation;
    private final FirstSayings sayings;
    private final SignatureIds ids;
    private final FirstMembers members;
    private final Map<Long, FeedTable.Feed> feeds;
    private final TraitAppend append;
    private final FirstHouseholds households;
    private final Instant now;
    private final boolean timeline;
    private final boolean ahead;
    private final ReadAhead<List<Found>> found = new ReadAhead<>();
    /** The first whose traits are not stored. */
    private int first = 1;

    /**
     * @param text the traits as they are stored; null when one of them has no number yet
     * @param home null for who has no address
     */
    private record Found(Map<String, Object> traits, String text, FirstHouseholds.Home home) {}

    FirstTraits(Connection connection, Derivation derivation, FirstSayings sayings, FirstMembers members, long now)
            throws SQLException {
        this.now = Instant.ofEpochMilli(now);
        this.connection = connection;
        this.derivation = derivation;
        this.sayings = sayings;
        ids = sayings.ids();
        this.members = members;
        feeds = FeedTable.byId(connection);
        append = new TraitAppend(connection);
        households = new FirstHouseholds(connection, derivation.identity(), members.profiles());
        timeline = !derivation.traits().definitions().isEmpty()
                && Sql.number(connection, "SELECT EXISTS (SELECT 1 FROM timeline)") == 1;
        ahead = sayings.isAtHand() && !timeline;
        begin();
    }

    private void begin() {
        int from = first;
        if (ahead && from <= members.profiles()) {
            Map<String, Long> numbers = append.numbers();
            found.begin(() -> part(from, Map.of(), numbers));
        }
    }

    /** Stores what was found out by now. */
    void look() throws SQLException {
        if (ahead && first <= members.profiles() && found.isDone()) {
            next();
        }
    }

    /** Finds out and stores the rest, and then households; profiles and whose each signature is must be written. */
    void rest() throws SQLException {
        if (!ahead) {
            sayings.complete();
        }
        while (first <= members.profiles()) {
            next();
        }
        append.flush();
        found.begin(() -> {
            households.compare();
            return List.of();
        });
        if (ahead) {
            sayings.complete();
        }
        found.take();
        households.save();
    }

    private void next() throws SQLException {
        List<Found> part = ahead ? found.take() : prepared(first);
        int profile = first;
        first = last(first) + 1;
        begin();
        for (Found each : part) {
            if (each.text() == null) {
                append.add(profile++, each.traits());
            } else {
                append.add(profile++, each.text());
            }
        }
    }

    private int last(int from) {
        return Math.min(members.profiles(), from + PART - 1);
    }

    private List<Found> prepared(int from) throws SQLException {
        sayings.prepare(members, from, last(from));
        return part(from, timeline ? computed(from) : Map.of(), append.numbers());
    }

    /**
     * @param computed what is worked out of orders and events, by profile
     * @param numbers of names of traits
     */
    private List<Found> part(int from, Map<Long, Map<String, Object>> computed, Map<String, Long> numbers) {
        IntStream people = IntStream.rangeClosed(from, last(from));
        List<Found> part = (ahead ? people.parallel() : people)
                .mapToObj(profile -> find(profile, computed.getOrDefault((long) profile, Map.of()), numbers))
                .toList();
        int profile = from;
        for (Found each : part) {
            if (each.home() != null) {
                households.note(profile, each.home());
            }
            profile++;
        }
        return part;
    }

    private Found find(int profile, Map<String, Object> computed, Map<String, Long> numbers) {
        List<Identifier> known = new ArrayList<>(4);
        Map<String, Object> traits = traits(profile, known);
        traits.putAll(computed);
        return new Found(
                traits, traits.isEmpty() ? null : TraitText.write(traits, numbers), households.home(traits, known));
    }

    private Map<Long, Map<String, Object>> computed(int from) throws SQLException {
        Map<Long, Map<String, Object>> computed = new HashMap<>();
        new Timelines(connection, derivation.traits(), now)
                .compute(Sql.json(LongStream.rangeClosed(from, last(from)).toArray()), computed::put);
        return computed;
    }

    /** Nobody finds out anything any more. */
    @Override
    public void close() {
        found.close();
        households.close();
    }

    private Map<String, Object> traits(int profile, List<Identifier> known) {
        List<Candidate> candidates = new ArrayList<>(16);
        Map<String, Object> traits = new HashMap<>(32);
        members.each(profile, node -> {
            FeedTable.Feed from = feeds.get(sayings.feed(node));
            traits.put("source." + from.connection(), 1L);
            int rank = from.target().equals("PROFILE") ? 0 : 1;
            for (Identifier each : sayings.identifiers(node)) {
                known.add(each);
                candidates.add(new Candidate(
                        each.name(), each.value(), from.connection(), rank, sayings.saidAt(node), ids.id(node)));
            }
            sayings.eachRecord(node, record -> {
                Facts facts = sayings.facts(record);
                if (facts != null) {
                    Candidates.each(facts, from.connection(), sayings.changed(record), record, candidates::add);
                }
            });
        });
        traits.putAll(derivation.survivors().choose(candidates));
        return traits;
    }
}
