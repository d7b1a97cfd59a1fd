package io.serai.profile;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds people, and tells what is known of one. */
public interface People {

    /**
     * The people that a text points at, at most {@code limit}.
     *
     * @param text a profile id ({@code P12}), {@code identifier:value} ({@code email:ann@example.org}), {@code trait:value}, or a
     *     bare identifier value
     */
    List<Person> find(String text, int limit);

    /** One person; aliases are followed. Empty when that number never was a profile. */
    Optional<Person> person(long id);

    /** Orders and events of a person, newest first, at most {@code limit}. */
    List<TimelineEntry> timeline(long id, int limit);

    /** The person that a record, named {@code shop/customers S12}, belongs to. */
    OptionalLong ofRecord(String source, String key);
}
