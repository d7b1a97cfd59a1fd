package io.serai.config;

import io.serai.profile.TraitDefinition;
import io.serai.profile.TraitDefinition.Function;
import io.serai.segment.Operator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every name that a file uses must be defined by another. */
final class ReferenceCheck {

    private static final Set<Function> NUMERIC =
            Set.of(Function.SUM, Function.COUNT, Function.AVERAGE, Function.DISTINCT);
    private static final Set<Operator> FOR_TIMES = Set.of(Operator.WITHIN, Operator.OLDER_THAN);
    private static final Set<Operator> FOR_AMOUNTS =
            Set.of(Operator.AT_LEAST, Operator.AT_MOST, Operator.MORE_THAN, Operator.LESS_THAN, Operator.BETWEEN);

    private final Known known;
    private final Problems problems;

    ReferenceCheck(Known known, Problems problems) {
        this.known = known;
        this.problems = problems;
    }

    void names(List<Reference> references) {
        for (Reference reference : references) {
            if (!known.has(reference)) {
                problems.error(
                        reference.position(),
                        "\"" + reference.name() + "\" is not "
                                + reference.kind().words() + ".",
                        hint(reference));
            }
        }
    }

    /** Compared fields whose kind their names do not tell. One that nobody fills was complained about already. */
    void kinds(List<Reference> untold) {
        for (Reference field : untold) {
            if (known.has(field)) {
                problems.error(
                        field.position(),
                        "What \"" + field.name() + "\" holds cannot be told from its name.",
                        "Write { field: " + field.name() + ", kind: text }, or another kind: "
                                + String.join(", ", FieldKinds.OTHERS) + ".");
            }
        }
    }

    void types(List<TraitComparison> comparisons, List<TraitDefinition> traits) {
        Set<String> numbers = traits.stream()
                .filter(trait -> NUMERIC.contains(trait.function()))
                .map(TraitDefinition::name)
                .collect(Collectors.toSet());
        for (TraitComparison one : comparisons) {
            Operator operator = one.comparison().operator();
            if (numbers.contains(one.trait()) && FOR_TIMES.contains(operator)) {
                problems.error(
                        one.position(),
                        "\"" + one.trait() + "\" is a number: it is not " + operator.words() + " a time.",
                        "Compare it with at_least or at_most.");
            } else if (numbers.contains(one.trait())
                    && FOR_AMOUNTS.contains(operator)
                    && !isNumber(one.comparison().operand())) {
                problems.error(
                        one.position(),
                        "\"" + one.trait() + "\" is a number, and \"" + operator.keyword()
                                + "\" compares it with text.",
                        "Write a number.");
            }
        }
    }

    private static boolean isNumber(Object operand) {
        if (operand instanceof List<?> several) {
            return several.stream().allMatch(ReferenceCheck::isNumber);
        }
        return operand instanceof BigDecimal;
    }

    private String hint(Reference reference) {
        if (reference.kind() == Reference.Kind.FILLED && reference.name().startsWith("consent.")) {
            return "A consent says nothing about who somebody is.";
        }
        Set<String> names = known.names(reference.kind());
        String hint = Suggestion.hint(reference.name(), names);
        if (!hint.isEmpty()) {
            return hint;
        }
        return switch (reference.kind()) {
            case TRAIT -> "Map it in config/mappings or compute it in config/traits.yaml.";
            case CHANNEL -> "A mapping brings it as consent." + reference.name() + ".";
            case SEGMENT -> "Write config/segments/" + reference.name() + ".yaml.";
            case CONNECTION -> "Write config/connections/" + reference.name() + ".yaml.";
            case FILLED -> "What is compared must come from records.";
            case IDENTIFIER -> "Add it to config/identity.yaml.";
            case EVENT, PROPERTY -> "A mapping with to: event brings it.";
        };
    }
}
