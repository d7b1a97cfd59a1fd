package io.serai.connector;

/** What one answer says of one row. */
sealed interface RowResult {

    /** Done; the remote id is null when the answer does not say it. */
    record Written(String remoteId) implements RowResult {}

    /** Refused for good. */
    record Refused(String why) implements RowResult {}

    /** Refused because the object is there already. */
    record Exists(String why) implements RowResult {}

    /** Not sent: the request needs an id that nobody knows. */
    record NoId() implements RowResult {}

    /** Not known, or not done for a reason that may pass. */
    record Unknown(String why) implements RowResult {}
}
