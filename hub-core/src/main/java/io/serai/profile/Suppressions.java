package io.serai.profile;

import java.util.Collection;
import java.util.Set;

/** Keeps erased people from coming back. */
public interface Suppressions {

    /** Which of these people, by number, carry an identifier of somebody who was erased. */
    Set<Long> suppressed(Collection<ProfileRow> people);

    /** Something that changes with the answers of {@link #suppressed} for people who do not; 0 when nobody was erased. */
    long version();

    /** Whether nobody was erased, so that nobody has to be asked for. */
    boolean nobody();
}
