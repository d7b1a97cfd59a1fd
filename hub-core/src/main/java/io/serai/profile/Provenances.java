package io.serai.profile;

import java.util.Map;

/** Tells where people's traits came from, as of now, by the rules that chose them. */
public interface Provenances {

    /**
     * By trait, identifier (its surviving value) or {@code consent.CHANNEL}. A stored value that today's mappings and rules would
     * not choose any more is left out until it is derived again.
     *
     * @param profile the number of a person; empty for one without live records, and for an alias
     */
    Map<String, Provenance> of(long profile);
}
