package io.serai.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Loads the connected components that a page touched. Closed under profiles: who shared a profile with a loaded signature is
 * loaded too, so that ids are given with everybody present.
 */
final class Walk {

    private final SignatureIndex index;
    private final Surroundings around;
    private final Likeness likeness;
    private final Levelling levelling;
    private final Set<Long> appeared;
    private final Collection<Long> disappeared;

    private final Map<Long, Signature> loaded = new LinkedHashMap<>();
    private final Map<Long, Claim> claims = new HashMap<>();
    private final Map<Long, Long> lastProfiles = new HashMap<>();
    private final Map<Long, Claim> gone = new HashMap<>();
    private final Set<Long> closed = new HashSet<>();

    /**
     * @param likeness null when nothing is matched
     * @param shrank whether links may have gone
     */
    Walk(SignatureIndex index, Surroundings around, Likeness likeness, Changes changes, boolean shrank) {
        this.index = index;
        this.around = around;
        this.likeness = likeness;
        appeared = new HashSet<>();
        changes.appeared().forEach(signature -> appeared.add(signature.id()));
        disappeared = changes.disappeared();
        levelling = new Levelling(around, likeness, appeared, shrank);
    }

    /** Loads the components of live signatures around which the graph has changed. */
    void run(Collection<Long> touched) {
        if (!disappeared.isEmpty()) {
            gone.putAll(index.claims(disappeared));
        }
        levelling.settle(touched);
        close();
    }

    /** Loads the components of live signatures around which nothing has changed. */
    void look(Collection<Long> settled) {
        levelling.settleWhereTheyAre(settled);
        close();
    }

    private void close() {
        load();
        for (Set<Long> company = company(); !company.isEmpty(); company = company()) {
            levelling.settleWhereTheyAre(company);
            load();
        }
    }

    /** Takes up what was settled since, and finds out to whom it was given. */
    private void load() {
        List<Long> fresh = levelling.levels().keySet().stream()
                .filter(id -> !loaded.containsKey(id))
                .toList();
        around.signatures(fresh).forEach(signature -> loaded.put(signature.id(), signature));
        Map<Long, Claim> known = index.claims(fresh);
        for (long id : fresh) {
            Claim claim = known.getOrDefault(id, Claim.NONE);
            if (!appeared.contains(id)) {
                claims.put(id, claim);
            } else {
                claims.put(id, new Claim(0, claim.firstProfile()));
                lastProfiles.put(id, claim.profile());
            }
        }
    }

    /** Who is in a profile with somebody who is loaded or gone, and is not loaded. */
    private Set<Long> company() {
        Set<Long> profiles = new LinkedHashSet<>();
        claims.values().forEach(claim -> profiles.add(claim.profile()));
        gone.values().forEach(claim -> profiles.add(claim.profile()));
        profiles.remove(0L);
        profiles.removeAll(closed);
        if (profiles.isEmpty()) {
            return Set.of();
        }
        closed.addAll(profiles);
        Set<Long> company = new LinkedHashSet<>();
        Arrays.stream(around.members(profiles))
                .filter(id -> !loaded.containsKey(id))
                .forEach(company::add);
        return company;
    }

    Collection<Long> disappeared() {
        return disappeared;
    }

    Collection<Signature> signatures() {
        return loaded.values();
    }

    /** What counts for the loaded signatures, to cluster them by. */
    Bonds bonds(Masks masks) {
        Set<Decision> decisions = new LinkedHashSet<>();
        Set<MatchEdge> edges = new LinkedHashSet<>();
        around.findDecisions(loaded.keySet());
        for (long id : loaded.keySet()) {
            decisions.addAll(around.decisions(id));
            if (likeness != null) {
                around.edges(id).stream()
                        .filter(edge -> edge.weight() >= levelling.floor(id))
                        .forEach(edges::add);
            }
        }
        return new Bonds(
                around.overloaded(), decisions, edges, likeness, said -> masks.masked(said, around::isOverloaded));
    }

    /** Levels to be written: 0 for those that have none any more. */
    Map<Long, Integer> levels() {
        Map<Long, Integer> levels = levelling.changed();
        if (likeness != null) {
            around.findLevels(disappeared);
            disappeared.stream().filter(id -> around.level(id) > 0).forEach(id -> levels.put(id, 0));
        }
        return levels;
    }

    /** What the store knew of the loaded signatures; one that has just appeared belongs to nobody yet. */
    Map<Long, Claim> claims() {
        return claims;
    }

    /** Where signatures that have just appeared were when they died; 0 for nowhere. */
    Map<Long, Long> lastProfiles() {
        return lastProfiles;
    }

    /** Claims of dead signatures that a record took to a loaded one. */
    List<ProfileIds.Inheritance> inheritances(Collection<Move> moves) {
        List<ProfileIds.Inheritance> inheritances = new ArrayList<>();
        Set<Long> carried = new HashSet<>();
        for (Move move : moves) {
            Claim claim = gone.get(move.from());
            if (claim != null && loaded.containsKey(move.to())) {
                carried.add(move.from());
                inheritances.add(new ProfileIds.Inheritance(move.from(), move.record(), move.to(), claim));
            }
        }
        gone.forEach((signature, claim) -> {
            if (!carried.contains(signature)) {
                inheritances.add(new ProfileIds.Inheritance(signature, 0, 0, claim));
            }
        });
        return inheritances;
    }

    /** Those of the profiles that somebody beyond the loaded signatures is in. */
    Set<Long> heldElsewhere(Set<Long> profiles) {
        Set<Long> unknown = new HashSet<>(profiles);
        unknown.removeAll(closed);
        if (unknown.isEmpty()) {
            return Set.of();
        }
        Set<Long> held = new HashSet<>();
        index.members(unknown).forEach((profile, members) -> {
            if (Arrays.stream(members).anyMatch(member -> !loaded.containsKey(member))) {
                held.add(profile);
            }
        });
        return held;
    }
}
