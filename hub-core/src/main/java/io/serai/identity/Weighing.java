package io.serai.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Weighs pairs of signatures by what of their sayings counts. */
final class Weighing {

    /** A large page has more candidates than should be held at once. */
    private static final int MOST_HELD = 20_000;

    private final Likeness likeness;
    private final MatchIndex index;
    private final Masks masks;
    private final Surroundings around;
    private final Map<Long, List<String>> said = new HashMap<>();
    /** Of what counts of the sayings. */
    private final Map<Long, Object> portraits = new HashMap<>();

    Weighing(Likeness likeness, MatchIndex index, Masks masks, Surroundings around) {
        this.likeness = likeness;
        this.index = index;
        this.masks = masks;
        this.around = around;
    }

    /** Takes what a signature says as it is. */
    void know(Signature signature) {
        said.put(signature.id(), signature.said());
    }

    /** Reads what signatures say that are not known yet. */
    void load(Set<Long> ids) {
        List<Long> missing = new ArrayList<>();
        for (long id : ids) {
            if (!said.containsKey(id)) {
                missing.add(id);
            }
        }
        if (!missing.isEmpty()) {
            said.putAll(index.said(missing));
        }
    }

    /** What a signature that is known says; empty for nothing. */
    List<String> said(long id) {
        return said.getOrDefault(id, List.of());
    }

    /**
     * Those pairs that reach the floor.
     *
     * @param candidates with whom each is to be compared
     * @param kept whose sayings will be asked for again
     */
    List<MatchEdge> edges(Map<Long, Set<Long>> candidates, Set<Long> kept) {
        Set<Long> ids = new HashSet<>(candidates.keySet());
        candidates.values().forEach(ids::addAll);
        load(ids);
        findPortraits(ids);
        List<MatchEdge> edges = new ArrayList<>();
        candidates.forEach((id, others) -> {
            Object portrait = portraits.get(id);
            for (long other : others) {
                int weight = likeness.weight(portrait, portraits.get(other), likeness.floor());
                if (weight >= likeness.floor()) {
                    edges.add(MatchEdge.of(id, other, weight));
                }
            }
        });
        if (said.size() > MOST_HELD) {
            ids.removeAll(kept);
            said.keySet().removeAll(ids);
            portraits.keySet().removeAll(ids);
        }
        return edges;
    }

    private void findPortraits(Set<Long> ids) {
        if (around.noneOverloaded()) {
            ids.forEach(id -> portraits.computeIfAbsent(id, one -> likeness.portrait(said(one))));
            return;
        }
        Set<Identifier> doubtful = new HashSet<>();
        ids.forEach(id -> masks.doubtful(said(id), doubtful));
        around.overloaded(doubtful);
        ids.forEach(id ->
                portraits.computeIfAbsent(id, one -> likeness.portrait(masks.masked(said(one), around::isOverloaded))));
    }
}
