package io.serai.profile;

import java.util.List;
import java.util.Optional;

/** What a person can ask and decide about who is who. Decisions survive every recomputation. */
public interface IdentityDesk {

    /** In sentences, personal values included: what a profile's records say, what joined them, and who stayed apart. */
    List<String> why(long profile);

    /** Which two of a profile's records are the least likely to be of one person, see {@link WeakestLinks}. */
    Optional<String> weakestLink(long profile);

    /**
     * Makes two profiles one for ever.
     *
     * @return the profile that they are now
     */
    long join(long left, long right);

    /**
     * Takes a record out of its profile for ever. When people have joined it to others, that is undone: it leaves together
     * with whoever it was with before, and only a second split parts those.
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

    /**
     * Resolves everybody again with a model of matching learned from what the hub holds now, and says what that changes. A new
     * model takes effect here and nowhere else.
     *
     * @return what changed, or what would have when it is a dry run or was stopped by the guard against collapse
     */
    ResolveReport resolve(ResolveRequest request);

    /**
     * Why two profiles are not one person, or are.
     *
     * @param left a live profile
     * @param right a live profile
     */
    PairExplanation why(long left, long right);

    /** Pairs of profiles that wait for a person's word, the likeliest first. */
    List<Review> reviews(int limit);

    /**
     * The two are one person, for ever.
     *
     * @return the profile that they are now
     * @throws NoSuchReviewException when no such pair waits
     */
    long accept(long review);

    /**
     * The two are two people, for ever.
     *
     * @throws NoSuchReviewException when no such pair waits
     */
    void reject(long review);
}
