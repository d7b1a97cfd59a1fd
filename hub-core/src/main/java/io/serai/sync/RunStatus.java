package io.serai.sync;

/** How a run stands. */
public enum RunStatus {
    RUNNING,
    DONE,
    /** A plan waits for approval. */
    HELD,
    FAILED,
    /** Stopped on request, or its process died; the next run goes on from the last checkpoint. */
    INTERRUPTED;

    /** As people and the store read it. */
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
