package io.serai.identity;

import java.util.Collection;
import java.util.List;

/**
 * What happened to the identity graph since it was last resolved. Signatures that are neither new nor gone are not named.
 *
 * @param appeared signatures that are live now and were not: new ones, and dead ones that a record says again
 * @param disappeared numbers of signatures that no live record says any more
 * @param recheck numbers of live signatures to be looked at again, for the sake of changed rules or of a decision that was
 *     made or withdrawn (both its ends); a full resolution names every live signature here, page by page
 * @param left live signatures that an earlier page brought and left unlooked at; a neighbour may have given them a profile
 */
public record Changes(
        Collection<Signature> appeared,
        Collection<Long> disappeared,
        Collection<Long> recheck,
        Collection<Signature> left) {

    /** Changes of a time in which nothing was left for later. */
    public Changes(Collection<Signature> appeared, Collection<Long> disappeared, Collection<Long> recheck) {
        this(appeared, disappeared, recheck, List.of());
    }

    /** Changes without anything to be looked at again. */
    public Changes(Collection<Signature> appeared, Collection<Long> disappeared) {
        this(appeared, disappeared, List.of(), List.of());
    }
}
