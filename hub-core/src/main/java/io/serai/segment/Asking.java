package io.serai.segment;

import io.serai.profile.TraitDefinition;
import java.time.Instant;
import java.time.ZoneId;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What rules are evaluated against, beside the people.
 *
 * @param segments all segments by name
 * @param counted the computed traits of which nothing is as good as 0
 * @param now the moment
 * @param zone where days begin
 * @param conditions those that were made ready, each once for all blocks
 */
record Asking(
        Map<String, Segment> segments,
        Set<String> counted,
        Instant now,
        ZoneId zone,
        Map<Rule.TraitRule, Condition> conditions) {

    Asking(Map<String, Segment> segments, Set<String> counted, Instant now, ZoneId zone) {
        this(segments, counted, now, zone, new IdentityHashMap<>());
    }

    static Set<String> counted(List<TraitDefinition> traits) {
        return traits.stream()
                .filter(one -> one.function() == TraitDefinition.Function.COUNT
                        || one.function() == TraitDefinition.Function.SUM)
                .map(TraitDefinition::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws SegmentException when there is none of that name */
    Segment segment(String name) {
        Segment segment = segments.get(name);
        if (segment == null) {
            throw new SegmentException("There is no segment \"" + name + "\". hub segment list shows all.");
        }
        return segment;
    }

    Condition condition(Rule.TraitRule rule) {
        return conditions.computeIfAbsent(
                rule,
                any -> counted.contains(rule.trait())
                        ? Condition.ofCount(rule.comparison(), now, zone)
                        : Condition.of(rule.comparison(), now, zone));
    }

    EventQuery query(Rule.EventRule rule) {
        var within = rule.within().map(now::minus);
        var from = within.isPresent() && rule.since().isPresent()
                ? within.map(edge ->
                        edge.isAfter(rule.since().get()) ? edge : rule.since().get())
                : within.or(rule::since);
        Map<Rule.PropertyRule, Condition> conditions = rule.where().stream()
                .distinct()
                .collect(Collectors.toMap(one -> one, one -> Condition.of(one.comparison(), now, zone)));
        return new EventQuery(
                rule.event(),
                from,
                rule.where().stream().map(Rule.PropertyRule::property).collect(Collectors.toUnmodifiableSet()),
                properties -> conditions.entrySet().stream().allMatch(one -> one.getValue()
                        .holds(properties.get(one.getKey().property()))));
    }
}
