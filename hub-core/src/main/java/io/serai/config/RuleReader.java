package io.serai.config;

import io.serai.segment.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a segment asks: groups, consents, segments and sources; traits and events have readers of their own. */
final class RuleReader {

    private static final List<String> KINDS =
            List.of("all", "any", "not", "trait", "event", "consent", "segment", "source");
    private static final Map<String, Rule.Consent> CONSENTS =
            Map.of("granted", Rule.Consent.GRANTED, "denied", Rule.Consent.DENIED, "unknown", Rule.Consent.UNKNOWN);

    private final Reading reading;

    RuleReader(Reading reading) {
        this.reading = reading;
    }

    Optional<Rule> rule(YamlNode node) {
        if (node instanceof YamlList) {
            reading.problems()
                    .error(node.position(), "A rule must be a map, not a list.", "Put the list under all: or any:.");
            return Optional.empty();
        }
        Section section = Section.of(node, "a rule", reading.problems());
        List<String> kinds = KINDS.stream().filter(section::has).toList();
        if (kinds.size() == 1) {
            Optional<Rule> rule = rule(kinds.get(0), section);
            section.finish();
            return rule;
        }
        if (kinds.size() > 1) {
            reading.problems()
                    .error(
                            section.position(),
                            "A rule asks one thing, and this one asks " + String.join(" and ", kinds) + ".",
                            "Write them as a list under all: or any:.");
        } else if (node instanceof YamlMap map) {
            nothing(map);
        }
        return Optional.empty();
    }

    private void nothing(YamlMap map) {
        if (map.entries().isEmpty()) {
            reading.problems().error(map.position(), "The rule is empty.", Suggestion.hint("", KINDS));
            return;
        }
        YamlEntry meant = map.entries().stream()
                .filter(entry -> Suggestion.nearest(entry.key(), KINDS).isPresent())
                .findFirst()
                .orElse(map.entries().get(0));
        reading.problems()
                .error(
                        meant.keyPosition(),
                        "\"" + meant.key() + "\" is not a kind of rule.",
                        Suggestion.hint(meant.key(), KINDS));
    }

    private Optional<Rule> rule(String kind, Section section) {
        return switch (kind) {
            case "all" -> Optional.of(new Rule.All(rules(section, kind)));
            case "any" -> Optional.of(new Rule.Any(rules(section, kind)));
            case "not" -> section.node("not").flatMap(this::rule).map(Rule.Not::new);
            case "trait" -> new TraitRuleReader(reading).read(section);
            case "event" -> new EventRuleReader(reading).read(section);
            case "consent" -> consent(section.require("is"));
            case "segment" -> named(section, kind, Reference.Kind.SEGMENT).map(Rule.SegmentRule::new);
            default -> named(section, kind, Reference.Kind.CONNECTION).map(Rule.SourceRule::new);
        };
    }

    private List<Rule> rules(Section section, String key) {
        Optional<YamlNode> value = section.node(key);
        if (value.isPresent()
                && value.get() instanceof YamlList list
                && !list.items().isEmpty()) {
            return list.items().stream().flatMap(item -> rule(item).stream()).toList();
        }
        value.ifPresent(node -> reading.problems()
                .error(
                        node.position(),
                        "\"" + key + "\" must be a list of rules, not "
                                + (node instanceof YamlList ? "an empty one" : node.shown()) + ".",
                        "Start each rule with a dash."));
        return List.of();
    }

    private Optional<Rule> consent(Section section) {
        Optional<String> channel = named(section, "consent", Reference.Kind.CHANNEL);
        Optional<Rule.Consent> is = section.choice("is", CONSENTS);
        return channel.flatMap(name -> is.map(answer -> new Rule.ConsentRule(name, answer)));
    }

    private Optional<String> named(Section section, String key, Reference.Kind kind) {
        Optional<String> name = section.text(key);
        name.ifPresent(written -> reading.refer(kind, written, section.at(key)));
        return name;
    }
}
