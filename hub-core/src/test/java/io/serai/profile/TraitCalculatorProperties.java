package io.serai.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TraitCalculatorProperties {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final TraitCalculator calculator = new TraitCalculator(
            Arrays.stream(TraitDefinition.Function.values()).map(this::of).toList());

    @Property(tries = 300)
    void the_order_of_entries_never_matters(@ForAll("entries") List<TimelineEntry> entries, @ForAll long seed) {
        List<TimelineEntry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(calculator.calculate(shuffled, START)).isEqualTo(calculator.calculate(entries, START));
    }

    @Property(tries = 300)
    void a_sum_is_that_of_the_decimals_as_they_were_written(@ForAll List<BigDecimal> written) {
        ExactSum sum = new ExactSum();
        BigDecimal expected = BigDecimal.ZERO;
        for (BigDecimal amount : written) {
            double travelled = amount.doubleValue();
            sum.add(travelled);
            expected = expected.add(BigDecimal.valueOf(travelled));
        }
        assertThat(sum.total()).isEqualByComparingTo(expected);
    }

    @Provide
    Arbitrary<List<TimelineEntry>> entries() {
        Arbitrary<Object> values = Arbitraries.of(
                1L, 1.0, 2.5, -3.25, "York", "york", "Leeds", "2026-01-01", "2026-01-01T00:00:00Z", "12", true);
        return Combinators.combine(values, Arbitraries.integers().between(0, 3))
                .as((value, day) ->
                        new TimelineEntry("order", START.plusSeconds(86_400L * day), Map.of("value", value)))
                .list()
                .ofMaxSize(12);
    }

    private TraitDefinition of(TraitDefinition.Function function) {
        return new TraitDefinition(
                function.name(),
                function,
                "order",
                Optional.of("value"),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                1);
    }
}
