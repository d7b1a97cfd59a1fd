package io.serai.segment;

import java.util.BitSet;

/** A block of people, sorted by number, seen column by column. Columns are fetched when asked for. */
public interface ProfileColumns {

    /** How many people; rows are 0 to this, exclusive. */
    int size();

    /** The rows that are people; what is asked of the others has no meaning. Not to be changed. */
    BitSet people();

    /** The highest profile number that the block speaks for: everybody up to it has been seen. */
    long last();

    /** The number of the profile in a row. */
    long profileId(int row);

    /**
     * The values of a trait; an unknown trait is missing for everybody.
     *
     * @param name a trait, an identifier, {@code profile_id}, {@code created_at}, {@code consent.CHANNEL} or
     *     {@code source.CONNECTION}
     */
    Column trait(String name);

    /** How many orders or events of a kind each person has. */
    int[] events(EventQuery query);
}
