package io.serai.identity;

import io.serai.identity.match.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Says why a profile's signatures are one person and why likely others are not. */
public final class Explainer {

    private static final int CHUNK = 1000;

    private final IdentityRules rules;
    private final SignatureIndex index;
    private final Likeness likeness;
    private final MatchIndex matches;

    /** @param likeness null when nothing is matched, as {@code matches} */
    public Explainer(IdentityRules rules, SignatureIndex index, Likeness likeness, MatchIndex matches) {
        this.rules = rules;
        this.index = index;
        this.likeness = likeness;
        this.matches = matches;
    }

    /**
     * Explains one profile.
     *
     * @param members numbers of all its live signatures
     */
    public Explanation explain(Collection<Long> members) {
        Surroundings around = new Surroundings(rules, index, matches);
        Walk walk = new Walk(index, around, likeness, new Changes(List.of(), List.of()), false);
        walk.look(members);
        Bonds bonds = walk.bonds(new Masks(rules));
        Clustering clustering = Clustering.of(rules, walk.signatures(), bonds, true);
        Set<Long> mine = new HashSet<>(members);
        List<Signature> people = new ArrayList<>();
        List<Signature> others = new ArrayList<>();
        for (List<Signature> cluster : clustering.clusters()) {
            for (Signature signature : cluster) {
                (mine.contains(signature.id()) ? people : others).add(signature);
            }
        }
        List<Link> links = clustering.links().stream()
                .filter(link -> mine.contains(link.left()) && mine.contains(link.right()))
                .toList();
        List<Refusal> refusals = clustering.refusals().stream()
                .filter(refusal -> mine.contains(refusal.left()) != mine.contains(refusal.right()))
                .toList();
        List<Explanation.Alike> alike = links.stream()
                .filter(Link::isMatch)
                .map(link -> alike(link.left(), link.right(), bonds, around))
                .toList();
        List<Explanation.Alike> likely = clustering.reviews().stream()
                .filter(doubt -> mine.contains(doubt.left()) != mine.contains(doubt.right()))
                .map(doubt -> alike(doubt.left(), doubt.right(), bonds, around))
                .toList();
        return new Explanation(
                rules, people, others, links, refusals, crowded(people, bonds.overloaded()), alike, likely);
    }

    /**
     * Explains what stands between two profiles.
     *
     * @param ones numbers of all live signatures of one, at least one
     * @param others numbers of those of the other
     */
    public PairStory compare(Collection<Long> ones, Collection<Long> others) {
        Surroundings around = new Surroundings(rules, index, matches);
        Walk walk = new Walk(index, around, likeness, new Changes(List.of(), List.of()), false);
        Set<Long> both = new LinkedHashSet<>(ones);
        both.addAll(others);
        walk.look(both);
        return new PairExplainer(rules, likeness, around, walk, ones, others).story();
    }

    /**
     * Who of a profile is with one of its signatures without what people joined.
     *
     * @param members numbers of all live signatures of the profile
     */
    public Set<Long> part(Collection<Long> members, long signature) {
        Surroundings around = new Surroundings(rules, index, matches);
        Walk walk = new Walk(index, around, likeness, new Changes(List.of(), List.of()), false);
        walk.look(members);
        Map<Long, Integer> parts = Clustering.of(rules, walk.signatures(), walk.bonds(new Masks(rules)), false)
                .parts();
        Set<Long> part = new LinkedHashSet<>(members);
        part.removeIf(member -> !parts.get(member).equals(parts.get(signature)));
        return part;
    }

    /** How alike two signatures are, and why; empty when one of them says nothing that is compared. */
    public Optional<Score> score(long left, long right) {
        if (likeness == null) {
            return Optional.empty();
        }
        Surroundings around = new Surroundings(rules, index, matches);
        Masks masks = new Masks(rules);
        List<Object> portraits = new ArrayList<>();
        for (Signature signature : around.signatures(List.of(left, right))) {
            Set<Identifier> doubtful = new HashSet<>();
            masks.doubtful(signature.said(), doubtful);
            around.overloaded(doubtful);
            if (!signature.said().isEmpty()) {
                portraits.add(likeness.portrait(masks.masked(signature.said(), around::isOverloaded)));
            }
        }
        return portraits.size() < 2
                ? Optional.empty()
                : Optional.of(likeness.score(portraits.get(0), portraits.get(1)));
    }

    private Explanation.Alike alike(long left, long right, Bonds bonds, Surroundings around) {
        Object one =
                likeness.portrait(bonds.evidence().apply(around.signature(left).said()));
        Object other =
                likeness.portrait(bonds.evidence().apply(around.signature(right).said()));
        return new Explanation.Alike(left, right, likeness.score(one, other));
    }

    private List<Explanation.Crowded> crowded(List<Signature> people, Set<Identifier> overloaded) {
        Map<Identifier, Long> values = new TreeMap<>();
        for (Signature signature : people) {
            for (Identifier value : signature.identifiers()) {
                if (overloaded.contains(value)) {
                    values.putIfAbsent(value, signature.id());
                }
            }
        }
        if (values.isEmpty()) {
            return List.of();
        }
        Map<Identifier, long[]> bearers = index.bearers(values.keySet());
        List<Explanation.Crowded> crowded = new ArrayList<>();
        values.forEach((value, signature) ->
                crowded.add(new Explanation.Crowded(signature, value, count(value, bearers.get(value)))));
        return crowded;
    }

    private int count(Identifier value, long[] bearers) {
        Crowd crowd = new Crowd(rules, rules.rule(value.name()).orElseThrow());
        for (int from = 0; from < bearers.length; from += CHUNK) {
            int to = Math.min(bearers.length, from + CHUNK);
            List<Long> chunk = Arrays.stream(bearers, from, to).boxed().toList();
            index.signatures(chunk).forEach(crowd::add);
        }
        return crowd.people();
    }
}
