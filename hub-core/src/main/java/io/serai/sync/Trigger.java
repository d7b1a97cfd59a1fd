package io.serai.sync;

/** What started a run. */
public enum Trigger {
    COMMAND,
    SCHEDULE,
    RETRY,
    APPLY,
    /** A message or file that another system delivered. */
    MESSAGE;

    /** As people and the store read it. */
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
