package io.serai.profile;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The people that the store holds now: those with at least one live record, aliases left out. */
public interface Profiles {

    /** How many there are. */
    long count();

    /**
     * The next people in the order of their numbers.
     *
     * @param afterId the last number of the page before; 0 for the first page
     * @param limit the most rows
     */
    List<ProfileRow> after(long afterId, int limit);

    /** These people, in the order of their numbers; those who are not there (any more) are absent. */
    List<ProfileRow> byId(Collection<Long> ids);

    /**
     * The same people with one trait alone: {@code fields} has it where they have it, and nothing else.
     *
     * @param trait null for none
     */
    List<ProfileRow> byId(Collection<Long> ids, String trait);

    /**
     * As {@link #byId(Collection)}, with some of their fields and {@code profile_id} alone.
     *
     * @param names of the fields that are wanted
     */
    List<ProfileRow> byId(Collection<Long> ids, Set<String> names);

    /**
     * How certain it is that each of these people is one person: the probability of the weakest link that holds the records
     * together, 1 when identifiers alone do. Those who are not there (any more) are absent.
     */
    Map<Long, Double> certainties(Collection<Long> ids);

    /** The profile that an id leads to today, following merges; empty for an id that never was. */
    OptionalLong current(long id);

    /** Who was touched by a change after this one, those who are not there any more too: bits by number. */
    BitSet touchedAfter(long version);

    /** As {@link #touchedAfter(long)}; empty when they are more than so many. */
    Optional<Set<Long>> touchedAfter(long version, int most);

    /** The number of the change that touched people last; 0 when nobody was touched yet. */
    long version();

    /**
     * The next people of those touched by a change after {@code since} and up to {@code until}, those who are not there any more
     * too, in the order of their numbers.
     *
     * @param afterId the last number of the page before; 0 for the first page
     * @param limit the most numbers
     */
    List<Long> touched(long since, long until, long afterId, int limit);
}
