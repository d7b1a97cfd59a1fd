package io.serai.identity;

import java.util.Collection;
import java.util.function.LongSupplier;

/**
 * Resolves what a page changed, and nothing else: finds the connected components of the identity graph that the page
 * touched, clusters them as a full run would, and gives the clusters their profile ids. The result depends on what the
 * records say now, not on the order or the batches in which they came.
 */
public final class Resolver {

    private final IdentityRules rules;
    private final SignatureIndex index;

    public Resolver(IdentityRules rules, SignatureIndex index) {
        this.rules = rules;
        this.index = index;
    }

    /**
     * Resolves one page.
     *
     * @param changes signatures that came, went or are to be looked at again
     * @param moves records that changed their signature; they take their profile id with them when the signature is gone
     * @param fresh gives a number that no profile ever had, higher than all before
     */
    public Resolution resolve(Changes changes, Collection<Move> moves, LongSupplier fresh) {
        Walk walk = new Walk(rules, index, changes, moves);
        walk.run();
        Clustering clustering = Clustering.of(rules, walk.signatures(), walk.overloaded(), walk.decisions());
        ProfileIds ids = new ProfileIds(rules, walk.claims(), walk.lastProfiles(), walk.inheritances());
        ids.anchor(clustering.clusters());
        ids.assign(walk.heldElsewhere(ids.wanted()), fresh);
        return ids.resolution(walk.newlyOverloaded(), walk.released());
    }
}
