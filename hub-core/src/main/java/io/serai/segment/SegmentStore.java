package io.serai.segment;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Where people's columns and memberships are kept. */
public interface SegmentStore {

    /** Looks at one consistent state. */
    <T> T read(Function<Reading, T> work);

    /** Changes memberships; all of the work is kept, or none. */
    <T> T write(Function<Writing, T> work);

    /** One consistent state. Arrays of profile numbers are sorted. */
    interface Reading {

        /** The number of the last commit. */
        long version();

        /** The next people: live, not merged into another. */
        long[] people(long after, int limit);

        /**
         * The next people with their columns, as many as are stored together.
         *
         * @param now at which traits that move with time are seen
         * @return empty when there is nobody after this number
         */
        Optional<ProfileColumns> block(long after, Instant now);

        /** The highest number of a profile; 0 when there is none. */
        long lastNumber();

        /** Which profiles a commit after this one touched: live people. */
        long[] touched(long version);

        /** Which profiles a commit after this one touched: those that are people no more. */
        long[] gone(long version);

        /**
         * The columns of people.
         *
         * @param people their numbers, sorted
         * @param now at which traits that move with time are seen
         */
        ProfileColumns columns(long[] people, Instant now);

        /** The last evaluation of a segment that was kept. */
        Optional<Evaluated> evaluated(String segment);

        /** The members among the profiles from the first number, exclusive, to the last, inclusive. */
        long[] members(String segment, long after, long last);

        /** Who of these are members. */
        long[] membersAmong(String segment, long[] profiles);

        /** The next members with the times they entered. */
        List<Member> membership(String segment, long after, int limit);

        /** Who left at or after a time, with the time they left. */
        List<Member> left(String segment, Instant since);

        /** When members entered, in the order of the numbers given; null for who is not one. */
        List<Instant> entered(String segment, long[] profiles);
    }

    /** A state that changes. */
    interface Writing extends Reading {

        /** Stores the columns of these traits for everybody where that pays, so that reading them is quick. */
        void keepColumns(Set<String> traits);

        /** The members as {@link #keepMembers} got them; empty when the membership was written since. */
        Optional<BitSet> keptMembers(String segment);

        /** The members, by looking at each: a bit for each by profile number. */
        BitSet listedMembers(String segment);

        /** Keeps the members as they are now, until the membership is written. */
        void keepMembers(String segment, BitSet members);

        void enter(String segment, long[] profiles, Instant at);

        void leave(String segment, long[] profiles, Instant at);

        void evaluated(String segment, Evaluated evaluation);
    }

    /**
     * An evaluation that was kept.
     *
     * @param definition what the segment meant
     * @param version the commit that it saw
     * @param at when
     */
    record Evaluated(long definition, long version, Instant at) {}
}
