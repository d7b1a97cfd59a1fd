package io.serai.spi;

/**
 * What became of one mutation.
 *
 * @since 1.0
 */
public sealed interface Outcome {

    /** The {@link Mutation#id()} this speaks of. */
    String id();

    /**
     * The destination confirmed it.
     *
     * @param id the mutation
     * @param remoteId the destination's id of the object; null when it has none
     */
    record Written(String id, String remoteId) implements Outcome {}

    /**
     * The destination refused it; the same mutation will be refused again.
     *
     * @param id the mutation
     * @param why the destination's own words
     */
    record Rejected(String id, String why) implements Outcome {}

    /**
     * Not done now, may succeed later unchanged.
     *
     * @param id the mutation
     * @param why what stands in the way
     */
    record Deferred(String id, String why) implements Outcome {}
}
