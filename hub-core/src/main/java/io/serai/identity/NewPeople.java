package io.serai.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is who among signatures that were never resolved and about whom nobody has decided anything: as {@link Resolver} finds it. */
public final class NewPeople {

    /**
     * Some people.
     *
     * @param signatures the numbers of each one's signatures, ascending; people by their lowest
     * @param certainty of each, the probability of the weakest link that holds it together; 1 when identifiers do
     * @param doubts pairs that may be one person
     */
    public record Found(List<long[]> signatures, double[] certainty, List<Doubt> doubts) {}

    private final IdentityRules rules;
    private final Likeness likeness;
    private final Masks masks;
    private final Set<Identifier> overloaded = new HashSet<>();

    /**
     * With values of which it is known.
     *
     * @param likeness null when nothing is matched
     * @param overloaded all values that are on too many people
     */
    public NewPeople(IdentityRules rules, Likeness likeness, Set<Identifier> overloaded) {
        this(rules, likeness);
        this.overloaded.addAll(overloaded);
    }

    /** @param likeness null when nothing is matched */
    public NewPeople(IdentityRules rules, Likeness likeness) {
        this.rules = rules;
        this.likeness = likeness;
        masks = new Masks(rules);
    }

    /**
     * Looks whether a value is on too many people, and if so remembers that it links nobody.
     *
     * @param bearers all signatures that bear it; read only as far as needed
     */
    public boolean isOnTooMany(Identifier value, Iterable<Signature> bearers) {
        Crowd crowd = new Crowd(rules, rules.rule(value.name()).orElseThrow());
        for (Signature bearer : bearers) {
            crowd.add(bearer);
            if (crowd.tooMany()) {
                overloaded.add(value);
                return true;
            }
        }
        return false;
    }

    /** All values that were found to be on too many people. */
    public Set<Identifier> overloaded() {
        return Set.copyOf(overloaded);
    }

    /**
     * Finds people.
     *
     * @param signatures whole components: nothing links them to others
     * @param edges between them that count
     */
    public Found among(Collection<Signature> signatures, Collection<MatchEdge> edges) {
        Bonds bonds =
                new Bonds(overloaded, List.of(), edges, likeness, said -> masks.masked(said, overloaded::contains));
        Clustering clustering = Clustering.of(rules, signatures, bonds, false);
        List<long[]> people = new ArrayList<>();
        for (List<Signature> cluster : clustering.clusters()) {
            people.add(cluster.stream().mapToLong(Signature::id).sorted().toArray());
        }
        people.sort((one, other) -> Long.compare(one[0], other[0]));
        return new Found(people, certainty(people, clustering.links()), clustering.reviews());
    }

    private double[] certainty(List<long[]> people, List<Link> links) {
        double[] certainty = new double[people.size()];
        Arrays.fill(certainty, 1);
        Map<Long, Integer> personOf = new HashMap<>();
        for (Link link : links) {
            if (link.isMatch()) {
                if (personOf.isEmpty()) {
                    for (int person = 0; person < certainty.length; person++) {
                        for (long signature : people.get(person)) {
                            personOf.put(signature, person);
                        }
                    }
                }
                int person = personOf.get(link.left());
                certainty[person] = Math.min(certainty[person], likeness.probability(link.weight()));
            }
        }
        return certainty;
    }
}
