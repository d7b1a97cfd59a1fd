package io.serai.sync;

/** What happens at the destination to people who are not to be there any more. */
public enum OnLeave {
    REMOVE,
    ARCHIVE,
    UNTAG,
    NOTHING
}
