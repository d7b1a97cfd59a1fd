package io.serai.spi;

/**
 * A connector that can be read.
 *
 * @since 1.0
 */
public interface Source extends Connector {

    /**
     * Reads one page. The hub calls it again with {@link Page#next()} until {@link Page#last()}; it keeps the cursor of the
     * last page that was processed completely and starts the next run from there.
     *
     * <p>Idempotent: the same cursor on unchanged data gives the same page. A change that happens while a pass is under way
     * must be seen in this pass or the next one, never in neither.
     *
     * @param stream one of {@link #streams()}
     * @param after where to go on; {@link Cursor#START} for the beginning
     * @return the page; never null, possibly without changes
     * @throws ConnectorException of kind {@code CURSOR_LOST} when the cursor is no longer understood: the hub starts over
     *     from {@link Cursor#START}; {@code TRANSIENT} or {@code RATE_LIMITED} when the same call may succeed later. Nothing
     *     of a page that threw is stored.
     */
    Page read(Stream stream, Cursor after);
}
