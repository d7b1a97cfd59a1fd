package io.serai.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Computes all computed traits of one person in one pass over the timeline, whatever order its entries come in.
 *
 * <p>Immutable: one calculator serves all people and threads.
 */
public final class TraitCalculator {

    private final Map<String, List<TraitDefinition>> byEvent = new LinkedHashMap<>();
    private final List<TraitDefinition> definitions;

    public TraitCalculator(List<TraitDefinition> definitions) {
        this.definitions = List.copyOf(definitions);
        for (TraitDefinition definition : definitions) {
            byEvent.computeIfAbsent(definition.event(), event -> new ArrayList<>())
                    .add(definition);
        }
    }

    /**
     * The traits that have a value, by name: {@code String} (times as ISO 8601 UTC), {@code Long} or {@code Double}. A count or
     * sum of nothing has none. Sums are exact in decimal.
     *
     * @param entries all orders and events of the person
     * @param now the end of every {@code within}; an entry exactly that old still counts, and so does one of the future
     */
    public Map<String, Object> calculate(Iterable<TimelineEntry> entries, Instant now) {
        Map<String, List<Calculation>> running = new HashMap<>();
        List<Calculation> all = new ArrayList<>(definitions.size());
        byEvent.forEach((event, list) -> {
            List<Calculation> calculations =
                    list.stream().map(one -> new Calculation(one, now)).toList();
            running.put(event, calculations);
            all.addAll(calculations);
        });
        for (TimelineEntry entry : entries) {
            for (Calculation calculation : running.getOrDefault(entry.name(), List.of())) {
                calculation.add(entry);
            }
        }
        Map<String, Object> traits = new LinkedHashMap<>();
        for (Calculation calculation : all) {
            calculation.result().ifPresent(value -> traits.put(calculation.trait(), value));
        }
        return traits;
    }

    /** The names of the entries that any definition looks at. */
    public Set<String> events() {
        return Collections.unmodifiableSet(byEvent.keySet());
    }

    /** The properties of entries that any definition looks at. */
    public Set<String> properties() {
        Set<String> names = new TreeSet<>();
        for (TraitDefinition definition : definitions) {
            definition.field().ifPresent(names::add);
            names.addAll(definition.where().keySet());
        }
        return names;
    }

    /** All definitions, in their order. */
    public List<TraitDefinition> definitions() {
        return definitions;
    }

    /** The first moment whose entries count for a definition; empty when all do. */
    public static Optional<Instant> from(TraitDefinition definition, Instant now) {
        Optional<Instant> within = definition.within().map(now::minus);
        if (within.isPresent() && definition.since().isPresent()) {
            return within.get().isAfter(definition.since().get()) ? within : definition.since();
        }
        return within.or(definition::since);
    }

    /** The definitions whose values change without a new record, because time passes: those with {@code within}. */
    public List<TraitDefinition> moving() {
        return definitions.stream().filter(one -> one.within().isPresent()).toList();
    }

    /** Changes whenever the meaning of any definition does. */
    public long version() {
        long version = 1;
        for (TraitDefinition definition : definitions) {
            version = 31 * version + 17L * definition.name().hashCode() + definition.version();
        }
        return version;
    }

    /**
     * The times of entries that left a moving definition's window between two moments: from the first, before the second.
     * Empty for a definition that does not move.
     */
    public static Optional<Crossing> crossing(TraitDefinition definition, Instant before, Instant now) {
        Optional<Duration> within = definition.within();
        return within.map(age -> new Crossing(definition.event(), before.minus(age), now.minus(age)));
    }

    /**
     * Entries that a window has left behind.
     *
     * @param event their name
     * @param from at or after this time
     * @param to before this time
     */
    public record Crossing(String event, Instant from, Instant to) {}
}
