package io.serai.segment;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which entries of the timeline to count.
 *
 * @param event {@code order}, or an event's name
 * @param from only entries at or after this time
 * @param properties the properties that {@code where} looks at; none when all entries count
 * @param where whether an entry with these properties counts; a property it does not have is absent
 */
public record EventQuery(
        String event, Optional<Instant> from, Set<String> properties, Predicate<Map<String, Object>> where) {}
