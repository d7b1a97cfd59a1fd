package io.serai.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A computed trait: an entry of {@code config/traits.yaml}.
 *
 * @param name the trait's name
 * @param function how the entries of the timeline become one value
 * @param event the name of the entries it looks at ({@code order}, or an event's name)
 * @param field the property it takes of each; empty for {@code count}
 * @param within only entries at most this old; moves with time
 * @param since only entries at or after this time
 * @param where only entries whose properties equal these
 * @param version changes whenever the meaning changes
 */
public record TraitDefinition(
        String name,
        Function function,
        String event,
        Optional<String> field,
        Optional<Duration> within,
        Optional<Instant> since,
        Map<String, Object> where,
        long version) {

    /** How values become one. */
    public enum Function {
        SUM,
        COUNT,
        AVERAGE,
        MINIMUM,
        MAXIMUM,
        EARLIEST,
        LATEST,
        FIRST,
        LAST,
        MOST_FREQUENT,
        DISTINCT
    }
}
