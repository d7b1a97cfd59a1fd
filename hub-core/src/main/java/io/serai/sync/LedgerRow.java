package io.serai.sync;

import java.util.Map;

/**
 * What one sync knows of one person at its destination.
 *
 * @param profile the person's number
 * @param match the value by which the destination has the person, or may have; null when it was never there or has left
 * @param remoteId the destination's id; null when it gave none
 * @param fields what the destination confirmed; null when it confirmed nothing, or that the person left
 * @param hash of the fields; 0 when the person is not there, or when an answer was lost and they may be others
 * @param added whether this sync put the person there
 * @param refused the hash of what the destination refused last; 0 for nothing
 * @param at when the row was confirmed last, in milliseconds; never the same twice for one person
 */
public record LedgerRow(
        long profile,
        String match,
        String remoteId,
        Map<String, Object> fields,
        long hash,
        boolean added,
        long refused,
        long at) {

    /** Whether the destination confirmed that it has the person. */
    boolean there() {
        return fields != null;
    }

    /** Whether the destination may have the person: confirmed, or sent without an answer. */
    boolean perhapsThere() {
        return match != null;
    }

    /** The same, without the certainty that the fields are these. */
    LedgerRow unsure() {
        return new LedgerRow(profile, match, remoteId, fields, 0, added, refused, at);
    }
}
