package io.serai.config;

import io.serai.segment.Comparison;
import io.serai.segment.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads operators and what stands behind them. */
final class Comparisons {

    private static final List<String> KEYWORDS =
            Arrays.stream(Operator.values()).map(Operator::keyword).toList();

    private final Reading reading;

    Comparisons(Reading reading) {
        this.reading = reading;
    }

    /** Every operator of a rule; keys that are none stay for {@link Section#finish()}. */
    List<Comparison> read(Section rule, String of) {
        List<Comparison> comparisons = new ArrayList<>();
        boolean found = false;
        for (Operator operator : Operator.values()) {
            Optional<YamlNode> operand = rule.node(operator.keyword());
            found |= rule.has(operator.keyword());
            operand.flatMap(node -> read(operator, node)).ifPresent(comparisons::add);
        }
        if (!found && !rule.hasUnknown()) {
            reading.problems()
                    .error(
                            rule.position(),
                            "The rule does not say how to compare " + of + ".",
                            "Add an operator, such as is: or at_least:. There are " + String.join(", ", KEYWORDS)
                                    + ".");
        }
        return comparisons;
    }

    /** One operator; empty, and reported, when the operand is not of its shape. */
    Optional<Comparison> read(Operator operator, YamlNode operand) {
        Optional<Object> value =
                switch (operator.operand()) {
                    case VALUE, TEXT -> scalar(operand);
                    case LIST ->
                        operand instanceof YamlList
                                ? list(operand)
                                : scalar(operand).map(List::of);
                    case PAIR -> list(operand);
                    case FLAG -> scalar(operand).filter(Boolean.class::isInstance);
                    case DURATION ->
                        scalar(operand)
                                .flatMap(text -> DurationText.parse(text.toString()))
                                .map(Object.class::cast);
                };
        try {
            Optional<Comparison> comparison = value.map(found -> new Comparison(operator, found));
            if (comparison.isPresent()) {
                return ordered(comparison.get(), operand);
            }
        } catch (IllegalArgumentException e) {
            // said below, with the place
        }
        reading.problems()
                .error(
                        operand.position(),
                        "\"" + operator.keyword() + "\" needs "
                                + operator.operand().description() + ", not " + shown(operand) + ".");
        return Optional.empty();
    }

    private static String shown(YamlNode operand) {
        return operand instanceof YamlList list ? "a list of " + list.items().size() : operand.shown();
    }

    private Optional<Comparison> ordered(Comparison comparison, YamlNode operand) {
        boolean upsideDown = comparison.operator() == Operator.BETWEEN
                && comparison.operand() instanceof List<?> pair
                && pair.get(0) instanceof BigDecimal low
                && pair.get(1) instanceof BigDecimal high
                && low.compareTo(high) > 0;
        if (upsideDown) {
            reading.problems().error(operand.position(), "\"between\" has the higher value first.", "Swap the two.");
            return Optional.empty();
        }
        return Optional.of(comparison);
    }

    private static Optional<Object> scalar(YamlNode node) {
        return node instanceof YamlScalar scalar ? Optional.ofNullable(scalar.value()) : Optional.empty();
    }

    private static Optional<Object> list(YamlNode node) {
        if (!(node instanceof YamlList list)) {
            return Optional.empty();
        }
        List<Object> values =
                list.items().stream().flatMap(item -> scalar(item).stream()).toList();
        return values.size() == list.items().size() ? Optional.of(values) : Optional.empty();
    }
}
