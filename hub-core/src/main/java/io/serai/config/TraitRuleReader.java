package io.serai.config;

import io.serai.segment.Comparison;
import io.serai.segment.Rule;
import java.util.List;
import java.util.Optional;

/** Reads {@code { trait: lifetime_value, at_least: 500 }}; several operators hold together. */
final class TraitRuleReader {

    private final Reading reading;

    TraitRuleReader(Reading reading) {
        this.reading = reading;
    }

    Optional<Rule> read(Section section) {
        Optional<String> trait = section.text("trait");
        trait.ifPresent(name -> reading.refer(Reference.Kind.TRAIT, name, section.at("trait")));
        List<Comparison> comparisons = new Comparisons(reading).read(section, "the trait");
        if (trait.isEmpty() || comparisons.isEmpty()) {
            return Optional.empty();
        }
        comparisons.forEach(comparison -> reading.comparisons()
                .add(new TraitComparison(
                        trait.get(),
                        comparison,
                        section.at(comparison.operator().keyword()))));
        List<Rule> rules = comparisons.stream()
                .map(comparison -> (Rule) new Rule.TraitRule(trait.get(), comparison))
                .toList();
        return Optional.of(rules.size() == 1 ? rules.get(0) : new Rule.All(rules));
    }
}
