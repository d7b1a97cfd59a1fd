package io.serai.store;

import io.serai.profile.Households;
import io.serai.profile.TraitDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes the columns of touched profiles what their live records say: surviving traits and identifiers, the strictest consent,
 * sources, traits computed from the timeline, and households.
 */
final class ProfileRefresh {

    private static final int BLOCK = 4096;

    private final Connection connection;
    private final Derivation derivation;
    private final Instant now;
    private final Names identifierNames;
    private final Map<Long, FeedTable.Feed> feeds;
    private ChangedPeople changed = new ChangedPeople();

    /** @param now the end of every window of time, in milliseconds since 1970 UTC */
    ProfileRefresh(Connection connection, Derivation derivation, long now) throws SQLException {
        this.now = Instant.ofEpochMilli(now);
        this.connection = connection;
        this.derivation = derivation;
        identifierNames = Names.of(connection, "identifier_name");
        feeds = FeedTable.byId(connection);
    }

    /** @param people get those of whom something differs */
    ProfileRefresh noting(ChangedPeople people) {
        changed = people;
        return this;
    }

    /**
     * Refreshes some profiles, and stamps those with a new version of whom anything may differ.
     *
     * @param whole profiles that records of people came to or left, or that were merged or split
     * @param said profiles whose records may say other things than before, but not who they are
     * @param timeline profiles of which only orders or events changed: what their person records say is left as it is
     */
    void refresh(Set<Long> whole, Set<Long> said, Set<Long> timeline) throws SQLException {
        HouseholdRefresh households = new HouseholdRefresh(connection, derivation.identity());
        Set<Long> stamped = new HashSet<>(whole);
        Set<Long> records = new HashSet<>(whole);
        records.addAll(said);
        for (List<Long> block : blocks(records)) {
            Refreshed refreshed = refreshBlock(block, true);
            for (long profile : block) {
                Set<String> differing = refreshed.differing(profile);
                if (whole.contains(profile) || households.read(differing)) {
                    households.note(profile, refreshed.traits().get(profile));
                }
                if (!differing.isEmpty() || timeline.contains(profile)) {
                    stamped.add(profile);
                }
            }
            stamp(block.stream().filter(stamped::contains).toList());
        }
        Set<Long> entriesOnly = new HashSet<>(timeline);
        entriesOnly.removeAll(records);
        for (List<Long> block : blocks(entriesOnly)) {
            refreshEntries(block);
        }
        households.apply(stamped);
    }

    /** As {@link #refresh(Set, Set, Set)}, for very many, block by block in the order of their numbers. */
    void refresh(Touched touched) throws SQLException {
        touched.once();
        each(touched.whole(), block -> refresh(Set.copyOf(block), Set.of(), Set.of()));
        each(touched.said(), block -> refresh(Set.of(), Set.copyOf(block), among(block, touched.timeline())));
        touched.timeline().andNot(touched.said());
        each(touched.known(), this::refreshKnown);
        each(touched.timeline(), this::refreshEntries);
    }

    private static Set<Long> among(List<Long> block, BitSet profiles) {
        return block.stream()
                .filter(profile -> profiles.get(profile.intValue()))
                .collect(Collectors.toSet());
    }

    private interface Block {
        void refresh(List<Long> profiles) throws SQLException;
    }

    private static void each(BitSet profiles, Block taker) throws SQLException {
        List<Long> block = new ArrayList<>(BLOCK);
        for (int next = profiles.nextSetBit(0); next >= 0; next = profiles.nextSetBit(next + 1)) {
            block.add((long) next);
            if (block.size() == BLOCK) {
                taker.refresh(block);
                block.clear();
            }
        }
        if (!block.isEmpty()) {
            taker.refresh(block);
        }
    }

    private void refreshEntries(List<Long> block) throws SQLException {
        refreshBlock(block, false);
        stamp(block);
    }

    private void refreshKnown(List<Long> block) throws SQLException {
        refreshEntries(block);
        HouseholdRefresh households = new HouseholdRefresh(connection, derivation.identity());
        Map<Long, Map<String, Object>> traits = new TraitTable(connection).load(block);
        block.forEach(profile -> households.note(profile, traits.getOrDefault(profile, Map.of())));
        households.apply(new HashSet<>(block));
    }

    /**
     * What became of some profiles.
     *
     * @param traits that were made anew, by profile
     * @param changed the names of those that differ from before, by profile; absent where none does
     */
    private record Refreshed(Map<Long, Map<String, Object>> traits, Map<Long, Set<String>> changed) {

        Set<String> differing(long profile) {
            return changed.getOrDefault(profile, Set.of());
        }
    }

    private Refreshed refreshBlock(List<Long> profiles, boolean whole) throws SQLException {
        String ids = Sql.json(profiles);
        Map<Long, Map<String, Object>> wanted = new TreeMap<>();
        profiles.forEach(profile -> wanted.put(profile, new HashMap<>()));
        Candidates candidates = new Candidates(connection, derivation, identifierNames, feeds);
        candidates.ofIdentifiers(ids);
        if (whole) {
            candidates.ofRecords(ids);
        }
        candidates
                .connections()
                .forEach((profile, names) ->
                        names.forEach(name -> wanted.get(profile).put("source." + name, 1L)));
        candidates.byProfile().forEach((profile, values) -> wanted.get(profile)
                .putAll(derivation.survivors().choose(values)));
        new Timelines(connection, derivation.traits(), now)
                .compute(ids, (profile, traits) -> wanted.get(profile).putAll(traits));
        Set<String> identifiers = Set.copyOf(identifierNames.all().values());
        Set<String> computed = derivation.traits().definitions().stream()
                .map(TraitDefinition::name)
                .collect(Collectors.toSet());
        Map<Long, Set<String>> differing = new TraitTable(connection)
                .replace(
                        wanted,
                        name -> whole && !Households.isTrait(name)
                                || identifiers.contains(name)
                                || name.startsWith("source.")
                                || computed.contains(name));
        changed.addAll(differing.keySet());
        return new Refreshed(wanted, differing);
    }

    private void stamp(List<Long> profiles) throws SQLException {
        if (!profiles.isEmpty()) {
            Sql.update(connection, """
                    UPDATE profile SET version = ?, live = EXISTS (
                      SELECT 1 FROM signature s WHERE s.profile_id = profile.id AND s.records > 0)
                    WHERE id IN (SELECT value FROM json_each(?))""", StoreVersion.next(connection), Sql.json(profiles));
        }
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
