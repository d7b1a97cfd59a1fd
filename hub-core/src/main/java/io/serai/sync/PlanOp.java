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

    private static final PlanOp[] ALL = values();

    private final String text = name().toLowerCase(java.util.Locale.ROOT);

    /** The one that {@link #text} gave a text for. */
    public static PlanOp of(String text) {
        for (PlanOp op : ALL) {
            if (op.text.equals(text)) {
                return op;
            }
        }
        throw new IllegalArgumentException("A plan does nothing that is called \"" + text + "\".");
    }

    /** Whether the person is to leave. */
    boolean leaving() {
        return this == REMOVE || this == ARCHIVE || this == UNTAG || this == RELEASE;
    }

    /** As people and the store read it. */
    public String text() {
        return text;
    }
}
