package io.serai.camel;

import io.serai.profile.ProfileRow;
import io.serai.segment.Member;
import io.serai.segment.Membership;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Whom {@code hub:profiles} and {@code hub:segment} deliver. For any thread. */
public interface People {

    /** Computes again what time alone has changed; to be called before people are delivered. */
    void refreshTraits();

    /** The next people, in the order of their numbers; empty after the last. */
    List<ProfileRow> everybody(long afterId, int limit);

    /** The number of the change that touched people last. */
    long version();

    /** The next numbers of people touched after one change and up to another, those who are gone too; empty after the last. */
    List<Long> touched(long since, long until, long afterId, int limit);

    /** These people; those who are not there any more are absent. */
    List<ProfileRow> byId(Collection<Long> ids);

    /** As {@link #byId(Collection)}, with some of their fields and {@code profile_id} alone. */
    List<ProfileRow> byId(Collection<Long> ids, Set<String> names);

    /**
     * Brings the membership of a segment up to date.
     *
     * @return when it was true
     * @throws RuntimeException with a sentence when there is no such segment
     */
    Instant refresh(String segment);

    /**
     * As {@link #refresh}, with all members.
     *
     * @throws RuntimeException with a sentence when there is no such segment
     */
    Membership refreshed(String segment);

    /** Everybody whom the store holds: a bit for each by number. */
    BitSet everybody();

    /** The next members as of the last refresh, in the order of their numbers; empty after the last. */
    List<Member> members(String segment, long afterId, int limit);

    /** Who left at or after that time, as of the last refresh. */
    List<Member> left(String segment, Instant since);
}
