package io.serai.profile;

import io.serai.identity.Evidence;
import io.serai.identity.Identifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one record says, in the hub's words.
 *
 * @param identifiers normalised, sorted, without junk
 * @param evidence names and birth date
 * @param said what it says in the compared fields of {@code config/identity.yaml}, in their order, null for nothing; empty when
 *     it says nothing in any
 * @param traits by name: {@code String}, {@code Long} or {@code Double}
 * @param consents by channel: {@code granted}, {@code denied} or {@code unknown}
 * @param entry its place on the timeline, for orders and events
 * @param lines the lines of an order
 * @param product what it says of a product
 */
public record Facts(
        List<Identifier> identifiers,
        Evidence evidence,
        List<String> said,
        Map<String, Object> traits,
        Map<String, String> consents,
        Optional<TimelineEntry> entry,
        List<Line> lines,
        Optional<Product> product) {

    /**
     * One line of an order.
     *
     * @param product its SKU; null when it names none
     * @param quantity null when unknown
     * @param price of one piece, in the order's currency; null when unknown
     */
    public record Line(String product, Double quantity, Double price) {}

    /**
     * One thing that is sold.
     *
     * @param sku its id
     * @param name null when unknown
     * @param properties all other mapped fields
     */
    public record Product(String sku, String name, Map<String, Object> properties) {}
}
