package io.serai.camel;

import io.serai.profile.ProfileRow;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads people, with all that is known of them or with what is needed. */
interface Reading {

    /** These people; those who are not there any more are absent. */
    List<ProfileRow> byId(Collection<Long> ids);

    /** @param needed empty for everything */
    static Reading of(People people, Optional<Set<String>> needed) {
        return ids -> needed.isEmpty() ? people.byId(ids) : people.byId(ids, needed.get());
    }
}
