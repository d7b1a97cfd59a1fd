package io.serai.config;

import io.serai.segment.Operator;
import io.serai.segment.Rule;
import io.serai.segment.Rule.EventRule;
import io.serai.segment.Rule.PropertyRule;
import io.serai.segment.Rule.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code { event: order, at_least: 2, within: 90d, where: { store: York } }} and {@code none_within}. */
final class EventRuleReader {

    private static final Map<String, Times> TIMES = Collections.unmodifiableMap(times());

    private final Reading reading;

    EventRuleReader(Reading reading) {
        this.reading = reading;
    }

    Optional<Rule> read(Section section) {
        Optional<String> event = section.text("event");
        event.ifPresent(name -> reading.refer(Reference.Kind.EVENT, name, section.at("event")));
        Map<Times, Long> counts = new LinkedHashMap<>();
        TIMES.forEach((word, times) ->
                section.whole(word, 0, Integer.MAX_VALUE).ifPresent(count -> counts.put(times, count.longValue())));
        Optional<Duration> noneWithin = section.duration("none_within");
        Optional<Duration> within = section.duration("within");
        Optional<Instant> since = reading.moment(section, "since");
        List<PropertyRule> where = section.section("where")
                .map(block -> properties(block, event.orElse("")))
                .orElse(List.of());
        if (noneWithin.isPresent() && (!counts.isEmpty() || within.isPresent())) {
            reading.problems()
                    .error(
                            section.at("none_within"),
                            "\"none_within\" stands alone: it means exactly 0 within.",
                            "Write exactly: 0 with within:.");
        }
        if (event.isEmpty()) {
            return Optional.empty();
        }
        if (noneWithin.isPresent()) {
            return Optional.of(new EventRule(event.get(), Times.EXACTLY, 0, noneWithin, since, where));
        }
        if (counts.isEmpty()) {
            counts.put(Times.AT_LEAST, 1L);
        }
        List<Rule> rules = new ArrayList<>();
        counts.forEach((times, count) -> rules.add(new EventRule(event.get(), times, count, within, since, where)));
        return Optional.of(rules.size() == 1 ? rules.get(0) : new Rule.All(rules));
    }

    private List<PropertyRule> properties(Section where, String event) {
        List<PropertyRule> rules = new ArrayList<>();
        Comparisons comparisons = new Comparisons(reading);
        for (YamlEntry entry : where.entries()) {
            String property = entry.key();
            if (!event.isEmpty()) {
                reading.refer(Reference.Kind.PROPERTY, event + "." + property, entry.keyPosition());
            }
            if (entry.value() instanceof YamlMap) {
                Section operators = Section.of(entry.value(), "the property \"" + property + "\"", reading.problems());
                comparisons.read(operators, "the property").forEach(one -> rules.add(new PropertyRule(property, one)));
                operators.finish();
            } else {
                Operator operator = entry.value() instanceof YamlList ? Operator.ANY_OF : Operator.IS;
                where.node(property)
                        .flatMap(value -> comparisons.read(operator, value))
                        .ifPresent(one -> rules.add(new PropertyRule(property, one)));
            }
        }
        return rules;
    }

    private static Map<String, Times> times() {
        Map<String, Times> times = new LinkedHashMap<>();
        times.put("at_least", Times.AT_LEAST);
        times.put("at_most", Times.AT_MOST);
        times.put("exactly", Times.EXACTLY);
        return times;
    }
}
