package io.serai.profile;

/** A pair that does not wait for anybody's word: it never did, or it was decided, or its records say something else now. */
public final class NoSuchReviewException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoSuchReviewException(long review) {
        super("No pair " + review + " waits for review. hub review list shows those that do.");
    }

    /** @param decided what a person said of it: "accepted" or "rejected" */
    public NoSuchReviewException(long review, String decided) {
        super("Pair " + review + " was " + decided + " already. hub profile join and hub profile split change that;"
                + " hub review list shows the pairs that wait.");
    }
}
