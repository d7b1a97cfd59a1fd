package io.serai.identity;

import java.util.Collection;

/** Finds the edges of everybody, some signatures at a time, when their keys are known already. */
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

    /** Writes the edges of signatures to those with higher numbers. */
    public void compare(Collection<Long> some) {
        Surroundings around = new Surroundings(rules, signatures, matches);
        new EdgeStep(likeness, matches, masks, around).compareUpwards(some);
    }
}
