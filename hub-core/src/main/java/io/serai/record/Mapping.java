package io.serai.record;

import java.util.Map;
import java.util.Optional;

/**
 * What the records of a stream mean: {@code config/mappings/NAME.yaml} with {@code from: connection/stream}.
 *
 * @param name the file's name without extension
 * @param from the stream whose records it reads
 * @param target what a record becomes
 * @param fields rules by field name, in file order. For profiles: identifiers, traits and {@code consent.CHANNEL}. For orders:
 *     {@code id, time, total, currency, store} and any property. For events: {@code id, name, time} and any property. For
 *     products: {@code id, name} and any property
 * @param person identifiers by name, for orders and events; empty for others
 * @param lines the lines of an order
 * @param version changes whenever the meaning changes: mixed into each record's hash, so that a changed mapping reads every
 *     record as changed
 */
public record Mapping(
        String name,
        StreamName from,
        Target target,
        Map<String, ValueRule> fields,
        Map<String, ValueRule> person,
        Optional<Lines> lines,
        long version) {

    /** What a record becomes. */
    public enum Target {
        PROFILE,
        ORDER,
        EVENT,
        PRODUCT
    }

    /**
     * The lines of an order.
     *
     * @param from the path of a list in the record
     * @param fields rules by name ({@code product, quantity, price}), with paths into one element of the list
     */
    public record Lines(String from, Map<String, ValueRule> fields) {}
}
