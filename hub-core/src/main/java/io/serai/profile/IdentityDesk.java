package io.serai.profile;

import java.util.List;

/** What a person can ask and decide about who is who. Decisions survive every recomputation. */
public interface IdentityDesk {

    /** In sentences, personal values included: what a profile's records say, what joined them, and who stayed apart. */
    List<String> why(long profile);

    /**
     * Makes two profiles one for ever.
     *
     * @return the profile that they are now
     */
    long join(long left, long right);

    /**
     * Takes a record out of its profile for ever.
     *
     * @param record the record's number, see {@link Person.PersonRecord#number}
     * @return the profile that it is now
     */
    long split(long profile, long record);

    /**
     * Forgets a person: records, orders, traits and history are deleted for good, and the person's identifiers are kept as keyed
     * hashes so that no source brings them back. What destinations hold is removed by their next syncs.
     *
     * @return how many records were deleted
     */
    int erase(long profile);

    /**
     * Derives everything again from the records kept, under today's mappings and rules.
     *
     * @return how many records were read
     */
    long resolveAll();

    /** Resolves every signature again, without reading the records. */
    void resolve();
}
