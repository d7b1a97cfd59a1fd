package io.serai.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Resolves what a page changed, and nothing else: finds the connected components of the identity graph that the page
 * touched, clusters them as a full run would, and gives the clusters their profile ids. The result depends on what the
 * records say now, not on the order or the batches in which they came.
 */
public final class Resolver {

    private final IdentityRules rules;
    private final SignatureIndex index;
    private final Likeness likeness;
    private final MatchIndex matches;
    private final Masks masks;

    /** Resolves by identifiers and decisions alone. */
    public Resolver(IdentityRules rules, SignatureIndex index) {
        this(rules, index, null, null);
    }

    /**
     * Resolves by likeness, too.
     *
     * @param likeness under the model whose keys and edges the index holds; null for none
     * @param matches the keys and edges; null for none
     */
    public Resolver(IdentityRules rules, SignatureIndex index, Likeness likeness, MatchIndex matches) {
        this.rules = rules;
        this.index = index;
        this.likeness = likeness;
        this.matches = matches;
        masks = new Masks(rules);
    }

    /**
     * Resolves one page.
     *
     * @param changes signatures that came, went or are to be looked at again
     * @param moves records that changed their signature; they take their profile id with them when the signature is gone
     * @param fresh gives a number that no profile ever had, higher than all before
     */
    public Resolution resolve(Changes changes, Collection<Move> moves, LongSupplier fresh) {
        Surroundings around = new Surroundings(rules, index, matches);
        List<Signature> unlinked = new ArrayList<>(changes.appeared());
        unlinked.addAll(changes.left());
        unlinked.forEach(around::remember);
        List<Signature> disappeared = around.signatures(changes.disappeared());
        Overloading overloading = new Overloading(rules, around);
        overloading.look(unlinked, around.signatures(changes.recheck()), disappeared);
        Set<Long> touched = new LinkedHashSet<>();
        unlinked.forEach(signature -> touched.add(signature.id()));
        touched.addAll(changes.recheck());
        touched.addAll(overloading.touched());
        boolean shrank = !changes.disappeared().isEmpty()
                || !changes.recheck().isEmpty()
                || !overloading.newly().isEmpty();
        if (likeness != null) {
            EdgeStep step = new EdgeStep(likeness, matches, masks, around);
            step.run(unlinked, disappeared, around.signatures(compared(overloading)));
            touched.addAll(step.touched());
            shrank |= step.shrank();
        }
        changes.disappeared().forEach(touched::remove);
        Walk walk = new Walk(index, around, likeness, changes, shrank);
        walk.run(touched);
        Bonds bonds = walk.bonds(masks);
        Clustering clustering = Clustering.of(rules, walk.signatures(), bonds, false);
        List<ProfileIds.Inheritance> inheritances = walk.inheritances(moves);
        ProfileIds ids = new ProfileIds(rules, walk.claims(), walk.lastProfiles(), inheritances);
        ids.anchor(clustering.clusters());
        ids.assign(walk.heldElsewhere(ids.wanted()), fresh);
        if (likeness != null) {
            matches.setLevels(walk.levels());
        }
        Findings findings =
                new FindingOut(walk, clustering, bonds, ids.profiles(), inheritances).findings(ids.merges());
        return ids.resolution(overloading.newly(), overloading.released(), findings);
    }

    /** Signatures whose compared values count as they did not before, or no longer. */
    private Collection<Long> compared(Overloading overloading) {
        Set<Long> compared = new HashSet<>();
        for (Set<Identifier> flipped : List.of(overloading.newly(), overloading.released())) {
            compared.addAll(overloading.bearersOf(flipped.stream()
                    .filter(value -> masks.isCompared(value.name()))
                    .toList()));
        }
        return compared;
    }
}
