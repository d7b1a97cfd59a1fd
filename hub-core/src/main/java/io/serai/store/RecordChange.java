package io.serai.store;

import io.serai.profile.Facts;

/**
 * One record that a page changes.
 *
 * @param id the record's number, given out now when it is new
 * @param fresh whether the store has never seen it
 * @param key its key in its stream
 * @param payload its fields as JSON; null when it was deleted
 * @param hash of the payload and the mapping's version; 0 when it was deleted
 * @param facts what it says; null when it was deleted
 * @param signatureBefore whose it was; 0 for nobody's
 */
record RecordChange(long id, boolean fresh, String key, String payload, long hash, Facts facts, long signatureBefore) {

    boolean deleted() {
        return payload == null;
    }

    boolean isPerson() {
        return !deleted() && facts.entry().isEmpty() && facts.product().isEmpty();
    }
}
