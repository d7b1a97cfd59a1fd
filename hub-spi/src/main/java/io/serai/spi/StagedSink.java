package io.serai.spi;

/**
 * A sink whose writes take effect together: nothing that {@link #write} reported is visible, or counted as delivered,
 * before {@link #commit} returns. Files and bulk jobs are of this kind.
 *
 * @since 1.0
 */
public interface StagedSink extends Sink {

    /**
     * Makes everything written to the stream since the last commit or rollback visible, at once.
     *
     * @throws ConnectorException when nothing became visible
     */
    void commit(Stream stream);

    /** Forgets everything written since the last commit. Idempotent. */
    void rollback(Stream stream);
}
