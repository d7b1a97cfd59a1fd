package io.serai.profile;

import java.util.Optional;

/** Tells which two of a person's records are the least likely to be of one person. */
@FunctionalInterface
public interface WeakestLinks {

    /**
     * The two records, as in "shop/customers S1 and till/cards C7".
     *
     * @param profile the person's number
     * @return empty when identifiers or decisions alone hold the person together
     */
    Optional<String> of(long profile);
}
