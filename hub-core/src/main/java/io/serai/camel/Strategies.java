package io.serai.camel;

import io.serai.config.RouteVocabulary;
import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.CamelContext;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import org.apache.camel.processor.aggregate.UseLatestAggregationStrategy;
import org.apache.camel.processor.aggregate.UseOriginalAggregationStrategy;

/** Camel's ready-made aggregation strategies, under their own names: a route cannot make Java objects to aggregate with. */
final class Strategies {

    private static final List<AggregationStrategy> ALL = List.of(
            new GroupedBodyAggregationStrategy(),
            new UseLatestAggregationStrategy(),
            new UseOriginalAggregationStrategy());

    private Strategies() {}

    /** Makes those that {@link RouteVocabulary#aggregationStrategies} names known to routes. */
    static void into(CamelContext context) {
        for (AggregationStrategy strategy : ALL) {
            String name = strategy.getClass().getSimpleName();
            if (RouteVocabulary.aggregationStrategies().contains(name)) {
                context.getRegistry().bind(name, strategy);
            }
        }
    }
}
