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
 * Loads the connected components that a page touched, breadth first, one batch of questions a round. Closed under profiles:
 * who shared a profile with a loaded signature is loaded too, so that ids are given with everybody present.
 */
final class Walk {

    /** How many bearers of an overloaded value are loaded at a time to see whether it still is. */
    private static final int CHUNK = 256;

    private final Map<String, IdentifierRule> ruleOf = new HashMap<>();
    private final IdentityRules rules;
    private final SignatureIndex index;
    private final Changes changes;
    private final Collection<Move> moves;

    private final Map<Long, Signature> loaded = new LinkedHashMap<>();
    private final List<Signature> frontier = new ArrayList<>();
    private final Set<Identifier> asked = new HashSet<>();
    private final Set<Identifier> expanded = new HashSet<>();
    private final Set<Identifier> overloaded = new HashSet<>();
    private final Set<Identifier> newlyOverloaded = new HashSet<>();
    private final Set<Identifier> released = new HashSet<>();
    private final Set<Identifier> grown = new LinkedHashSet<>();
    private final Map<Identifier, long[]> bearersOfGrown = new HashMap<>();
    private final Set<Decision> decisions = new LinkedHashSet<>();
    private final Map<Long, Claim> claims = new HashMap<>();
    private final Map<Long, Long> lastProfiles = new HashMap<>();
    private final Set<Long> appeared = new HashSet<>();
    private final Map<Long, Claim> gone = new HashMap<>();
    private final Set<Long> closed = new HashSet<>();

    Walk(IdentityRules rules, SignatureIndex index, Changes changes, Collection<Move> moves) {
        this.rules = rules;
        this.index = index;
        this.changes = changes;
        this.moves = moves;
        rules.identifiers().forEach(rule -> ruleOf.put(rule.name(), rule));
    }

    void run() {
        changes.appeared().forEach(signature -> {
            appeared.add(signature.id());
            add(signature);
        });
        load(changes.recheck());
        frontier.forEach(signature -> grown.addAll(linking(signature)));
        Set<Identifier> shrunk = new LinkedHashSet<>();
        if (!changes.disappeared().isEmpty()) {
            gone.putAll(index.claims(changes.disappeared()));
            index.signatures(changes.disappeared()).forEach(signature -> shrunk.addAll(linking(signature)));
        }
        askWhetherOverloaded(shrunk);
        expand(recount(shrunk));
        while (!frontier.isEmpty()) {
            List<Signature> round = List.copyOf(frontier);
            frontier.clear();
            follow(round);
            if (frontier.isEmpty()) {
                close();
            }
        }
        grown.stream().filter(this::crossed).forEach(newlyOverloaded::add);
        overloaded.addAll(newlyOverloaded);
    }

    Collection<Signature> signatures() {
        return loaded.values();
    }

    /** Those of the loaded signatures' values that are on too many people. */
    Set<Identifier> overloaded() {
        return overloaded;
    }

    Set<Identifier> newlyOverloaded() {
        Set<Identifier> now = new HashSet<>(newlyOverloaded);
        now.removeAll(released);
        return now;
    }

    Set<Identifier> released() {
        Set<Identifier> now = new HashSet<>(released);
        now.removeAll(newlyOverloaded);
        return now;
    }

    Set<Decision> decisions() {
        return decisions;
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
    List<ProfileIds.Inheritance> inheritances() {
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

    private void add(Signature signature) {
        if (loaded.putIfAbsent(signature.id(), signature) == null) {
            frontier.add(signature);
        }
    }

    private void load(Collection<Long> signatures) {
        List<Long> missing = signatures.stream()
                .filter(id -> !loaded.containsKey(id))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            index.signatures(missing).forEach(this::add);
        }
    }

    /** The values for which there is a rule. */
    private List<Identifier> linking(Signature signature) {
        for (Identifier identifier : signature.identifiers()) {
            if (!ruleOf.containsKey(identifier.name())) {
                return signature.identifiers().stream()
                        .filter(each -> ruleOf.containsKey(each.name()))
                        .toList();
            }
        }
        return signature.identifiers();
    }

    private void askWhetherOverloaded(Collection<Identifier> more) {
        Set<Identifier> values = new LinkedHashSet<>(more);
        frontier.forEach(signature -> values.addAll(linking(signature)));
        values.removeAll(asked);
        if (!values.isEmpty()) {
            asked.addAll(values);
            overloaded.addAll(index.overloaded(values));
        }
    }

    /** Releases values of fewer people; answers the values of dead signatures and the released ones: their bearers are touched. */
    private Set<Identifier> recount(Set<Identifier> shrunk) {
        Set<Identifier> doubtful = new LinkedHashSet<>(shrunk);
        if (!changes.recheck().isEmpty()) {
            doubtful.addAll(grown);
        }
        doubtful.retainAll(overloaded);
        if (!doubtful.isEmpty()) {
            Map<Identifier, long[]> bearers = index.bearers(doubtful);
            for (Identifier value : doubtful) {
                if (!stillTooMany(value, bearers.getOrDefault(value, new long[0]))) {
                    released.add(value);
                    overloaded.remove(value);
                }
            }
        }
        Set<Identifier> touched = new LinkedHashSet<>(shrunk);
        touched.removeAll(overloaded);
        touched.addAll(released);
        return touched;
    }

    private boolean stillTooMany(Identifier value, long[] bearers) {
        IdentifierRule rule = ruleOf.get(value.name());
        if (bearers.length <= rule.maxPeople()) {
            return false;
        }
        Crowd crowd = new Crowd(rules, rule);
        for (int from = 0; from < bearers.length; from += CHUNK) {
            int to = Math.min(bearers.length, from + CHUNK);
            List<Long> chunk = Arrays.stream(bearers, from, to).boxed().toList();
            index.signatures(chunk).forEach(crowd::add);
            if (crowd.tooMany()) {
                return true;
            }
        }
        return false;
    }

    private void follow(List<Signature> round) {
        Set<Identifier> values = new LinkedHashSet<>();
        round.forEach(signature -> values.addAll(linking(signature)));
        Set<Identifier> unknown = new LinkedHashSet<>(values);
        unknown.removeAll(asked);
        if (!unknown.isEmpty()) {
            asked.addAll(unknown);
            overloaded.addAll(index.overloaded(unknown));
        }
        values.removeAll(overloaded);
        expand(values);
        List<Long> ids = round.stream().map(Signature::id).toList();
        List<Long> partners = new ArrayList<>();
        for (Decision decision : index.decisions(ids)) {
            decisions.add(decision);
            if (decision.kind() == Decision.Kind.JOIN) {
                partners.add(decision.left());
                partners.add(decision.right());
            }
        }
        load(partners);
        Map<Long, Claim> known = index.claims(ids);
        for (long id : ids) {
            Claim claim = known.getOrDefault(id, Claim.NONE);
            if (!appeared.contains(id)) {
                claims.put(id, claim);
            } else {
                claims.put(id, new Claim(0, claim.firstProfile()));
                lastProfiles.put(id, claim.profile());
            }
        }
    }

    private void expand(Set<Identifier> values) {
        List<Identifier> fresh = values.stream().filter(expanded::add).toList();
        if (fresh.isEmpty()) {
            return;
        }
        List<Long> found = new ArrayList<>();
        index.bearers(fresh).forEach((value, bearers) -> {
            Arrays.stream(bearers).forEach(found::add);
            if (grown.contains(value)) {
                bearersOfGrown.put(value, bearers);
            }
        });
        load(found);
    }

    private void close() {
        Set<Long> profiles = new LinkedHashSet<>();
        claims.values().forEach(claim -> profiles.add(claim.profile()));
        gone.values().forEach(claim -> profiles.add(claim.profile()));
        profiles.remove(0L);
        profiles.removeAll(closed);
        if (profiles.isEmpty()) {
            return;
        }
        closed.addAll(profiles);
        List<Long> found = new ArrayList<>();
        index.members(profiles).values().forEach(ids -> Arrays.stream(ids).forEach(found::add));
        load(found);
    }

    private boolean crossed(Identifier value) {
        IdentifierRule rule = ruleOf.get(value.name());
        long[] bearers = bearersOfGrown.getOrDefault(value, new long[0]);
        if (bearers.length <= rule.maxPeople()) {
            return false;
        }
        Crowd crowd = new Crowd(rules, rule);
        Arrays.stream(bearers).mapToObj(loaded::get).forEach(crowd::add);
        return crowd.tooMany();
    }
}
