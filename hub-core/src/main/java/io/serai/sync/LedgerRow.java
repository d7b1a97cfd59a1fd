package io.serai.sync;

import java.util.Map;

/**
 * What one sync knows of one person at its destination.
 *
 * @param profile the person's number
 * @param match the value by which the destination has the person; null when it was never there or has left
 * @param remoteId the destination's id; null when it gave none
 * @param fields what the destination confirmed; null when the person is not there
 * @param hash of the fields; 0 when the person is not there
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

    boolean there() {
        return fields != null;
    }
}
