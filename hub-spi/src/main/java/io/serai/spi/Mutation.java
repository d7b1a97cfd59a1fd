package io.serai.spi;

import java.util.Map;

/**
 * One change to one remote object.
 *
 * @param id the same for every attempt at the same change: a destination with idempotency keys can use it
 * @param op what to do
 * @param match the value of the stream's match field, by which the destination finds the person
 * @param remoteId the id that the destination gave on an earlier write; null when it gave none
 * @param fields the object's fields as the destination names them; never null, empty for removals
 * @param previous the fields that the hub last delivered; empty when there were none
 * @since 1.0
 */
public record Mutation(
        String id, Op op, String match, String remoteId, Map<String, Object> fields, Map<String, Object> previous) {}
