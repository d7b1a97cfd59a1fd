package io.serai.config.suggest;

import io.serai.record.StreamName;
import java.util.List;
import java.util.Optional;

/**
 * A mapping that is proposed.
 *
 * @param stream whose records it reads
 * @param target {@code profile}, {@code order}, {@code event} or {@code product}
 * @param why why that target
 * @param records how many records were looked at
 * @param fields what {@code fields:} may hold
 * @param person what {@code person:} may hold; empty for profiles and products
 * @param lines where an order's lines are, and their fields
 * @param identifiers what the mapping brings and {@code config/identity.yaml} does not know, as entries of its list
 */
public record MappingAdvice(
        StreamName stream,
        String target,
        String why,
        int records,
        List<Suggested> fields,
        List<Suggested> person,
        Optional<Lines> lines,
        List<Suggested> identifiers) {

    /**
     * The lines of an order.
     *
     * @param from the path of the list
     * @param fields {@code product}, {@code quantity} and {@code price}
     * @param why the reason
     */
    public record Lines(String from, List<Suggested> fields, String why) {}

    /** A name for its file. */
    public String name() {
        return stream.connection() + "-" + stream.stream();
    }
}
