package io.serai.sync;

/** What a push makes its destination hold. */
public enum Mode {
    /** Adds people, and leaves them as they are afterwards. */
    INSERT,
    /** Changes people whom the destination has; adds nobody. */
    UPDATE,
    /** Adds and changes. */
    UPSERT,
    /** Adds, changes, and removes those who left. */
    MIRROR,
    /** Adds, changes, and archives those who left. */
    ARCHIVE;

    /** What happens to those who left unless the route says otherwise. */
    public OnLeave onLeave() {
        return switch (this) {
            case MIRROR -> OnLeave.REMOVE;
            case ARCHIVE -> OnLeave.ARCHIVE;
            default -> OnLeave.NOTHING;
        };
    }
}
