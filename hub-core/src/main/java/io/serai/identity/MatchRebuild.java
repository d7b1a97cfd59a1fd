package io.serai.identity;

import java.util.Collection;
import java.util.Set;

/** Finds the edges of some signatures one by one, when the keys of everybody are known already. */
public final class MatchRebuild {

    private final IdentityRules rules;
    private final Likeness likeness;
    private final SignatureIndex signatures;
    private final MatchIndex matches;
    private final Masks masks;

    public MatchRebuild(IdentityRules rules, Likeness likeness, SignatureIndex signatures, MatchIndex matches) {
        this.rules = rules;
        this.likeness = likeness;
        this.signatures = signatures;
        this.matches = matches;
        masks = new Masks(rules);
    }

    /**
     * Writes the edges of signatures that have none yet.
     *
     * @param some of them
     * @param all of them, of which the others are or were to be compared, too
     */
    public void compare(Collection<Long> some, Set<Long> all) {
        Surroundings around = new Surroundings(rules, signatures, matches);
        new EdgeStep(likeness, matches, masks, around).compare(some, all);
    }
}
