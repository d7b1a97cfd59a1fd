package io.serai.sync;

/** What a plan does about one person. */
public enum PlanOp {
    REMOVE,
    ARCHIVE,
    UNTAG,
    /** Forget that this sync put the person there: another one still holds it, or it never arrived. Nothing is sent. */
    RELEASE,
    CHANGE,
    ADD;

    /** Whether the person is to leave. */
    boolean leaving() {
        return this == REMOVE || this == ARCHIVE || this == UNTAG || this == RELEASE;
    }

    /** As people and the store read it. */
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
