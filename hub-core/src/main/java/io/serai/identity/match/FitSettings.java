package io.serai.identity.match;

/**
 * How a model is learned; nothing of it changes what is learned.
 *
 * @param threads at most so many at a time
 */
public record FitSettings(int threads) {

    /** As many threads as the machine has. */
    public static FitSettings usual() {
        return new FitSettings(Runtime.getRuntime().availableProcessors());
    }
}
