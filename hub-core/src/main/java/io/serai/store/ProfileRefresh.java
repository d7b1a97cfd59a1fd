package io.serai.store;

import io.serai.profile.Facts;
import io.serai.profile.Survivors.Candidate;
import io.serai.profile.TraitDefinition;
import io.serai.record.Mapping;
import io.serai.record.MappingException;
import io.serai.record.Payload;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes the columns of touched profiles what their live records say: surviving traits and identifiers, the strictest consent,
 * sources, and traits computed from the timeline.
 */
final class ProfileRefresh {

    private static final int BLOCK = 4096;

    private final Connection connection;
    private final Derivation derivation;
    private final Names traitNames;
    private final Names identifierNames;
    private final Map<Long, FeedTable.Feed> feeds = new HashMap<>();

    ProfileRefresh(Connection connection, Derivation derivation) throws SQLException {
        this.connection = connection;
        this.derivation = derivation;
        traitNames = new Names(connection, "trait_name");
        identifierNames = new Names(connection, "identifier_name");
        FeedTable.all(connection).forEach(feed -> feeds.put(feed.id(), feed));
    }

    /**
     * Refreshes some profiles and stamps them with a new version.
     *
     * @param whole profiles whose records changed
     * @param timeline profiles of which only orders or events changed: what their person records say is left as it is
     */
    void refresh(Set<Long> whole, Set<Long> timeline) throws SQLException {
        Set<Long> entriesOnly = new HashSet<>(timeline);
        entriesOnly.removeAll(whole);
        for (List<Long> block : blocks(whole)) {
            refreshBlock(block, true);
        }
        for (List<Long> block : blocks(entriesOnly)) {
            refreshBlock(block, false);
        }
    }

    private void refreshBlock(List<Long> profiles, boolean whole) throws SQLException {
        String ids = Sql.json(profiles);
        Map<Long, Map<String, Object>> wanted = new TreeMap<>();
        profiles.forEach(profile -> wanted.put(profile, new HashMap<>()));
        Map<Long, List<Candidate>> candidates = new HashMap<>();
        addIdentifiers(ids, candidates, wanted);
        if (whole) {
            addRecords(ids, candidates, wanted);
        }
        candidates.forEach((profile, values) ->
                wanted.get(profile).putAll(derivation.survivors().choose(values)));
        new Timelines(connection, derivation.traits())
                .compute(ids, (profile, traits) -> wanted.get(profile).putAll(traits));
        Set<String> identifiers = Set.copyOf(identifierNames.all().values());
        Set<String> computed = derivation.traits().definitions().stream()
                .map(TraitDefinition::name)
                .collect(Collectors.toSet());
        TraitTable.replace(
                connection,
                traitNames,
                wanted,
                name -> whole || identifiers.contains(name) || name.startsWith("source.") || computed.contains(name));
        stamp(ids);
    }

    private void addIdentifiers(
            String ids, Map<Long, List<Candidate>> candidates, Map<Long, Map<String, Object>> wanted)
            throws SQLException {
        Sql.each(
                connection,
                row -> {
                    FeedTable.Feed feed = feeds.get(row.getLong(3));
                    long profile = row.getLong(1);
                    wanted.get(profile).put("source." + feed.connection(), 1L);
                    if (row.getString(6) != null) {
                        candidates
                                .computeIfAbsent(profile, key -> new ArrayList<>())
                                .add(new Candidate(
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

    private void addRecords(String ids, Map<Long, List<Candidate>> candidates, Map<Long, Map<String, Object>> wanted)
            throws SQLException {
        Sql.each(
                connection,
                row -> {
                    FeedTable.Feed feed = feeds.get(row.getLong(3));
                    Facts facts = read(feed, row.getString(4));
                    if (facts != null) {
                        add(facts, feed, row.getLong(1), row.getLong(2), row.getLong(5), candidates, wanted);
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

    /** What a kept record says today; null when its mapping is gone or refuses it now. */
    private Facts read(FeedTable.Feed feed, String payload) {
        Optional<Mapping> mapping = derivation.mapping(feed.mapping());
        try {
            return mapping.isEmpty() ? null : derivation.read(mapping.get(), Payload.fields(payload));
        } catch (MappingException refused) {
            return null;
        }
    }

    private static void add(
            Facts facts,
            FeedTable.Feed feed,
            long profile,
            long record,
            long changed,
            Map<Long, List<Candidate>> candidates,
            Map<Long, Map<String, Object>> wanted) {
        List<Candidate> values = candidates.computeIfAbsent(profile, key -> new ArrayList<>());
        facts.traits()
                .forEach((trait, value) ->
                        values.add(new Candidate(trait, value, feed.connection(), 0, changed, record)));
        facts.consents().forEach((channel, state) -> wanted.get(profile)
                .merge("consent." + channel, state, (left, right) -> stricter((String) left, (String) right)));
    }

    /** Denied beats granted, and granted beats not knowing. */
    private static String stricter(String left, String right) {
        if (left.equals("denied") || right.equals("denied")) {
            return "denied";
        }
        return left.equals("granted") || right.equals("granted") ? "granted" : "unknown";
    }

    private void stamp(String ids) throws SQLException {
        long version = StoreVersion.next(connection);
        Sql.update(connection, """
                UPDATE profile SET version = ?, live = EXISTS (
                  SELECT 1 FROM signature s WHERE s.profile_id = profile.id AND s.records > 0)
                WHERE id IN (SELECT value FROM json_each(?))""", version, ids);
    }

    private static List<List<Long>> blocks(Collection<Long> profiles) {
        List<Long> sorted = profiles.stream().sorted().toList();
        List<List<Long>> blocks = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += BLOCK) {
            blocks.add(sorted.subList(from, Math.min(from + BLOCK, sorted.size())));
        }
        return blocks;
    }
}
