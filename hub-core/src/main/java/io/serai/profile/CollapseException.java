package io.serai.profile;

/** Too many people would become one another at once; nothing was kept of the page that would have done it. */
public final class CollapseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long merges;

    /**
     * @param merges how many profiles would have been merged into others
     * @param message a sentence for whoever can act, without personal values
     */
    public CollapseException(long merges, String message) {
        super(message);
        this.merges = merges;
    }

    /** How many profiles would have been merged into others. */
    public long merges() {
        return merges;
    }
}
