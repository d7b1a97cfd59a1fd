package io.serai.spi;

import java.util.List;

/**
 * One page of a stream.
 *
 * @param changes what was found, in the stream's order; never null
 * @param next where the following page starts; on the last page, where the next run starts
 * @param last whether this pass is complete
 * @since 1.0
 */
public record Page(List<Change> changes, Cursor next, boolean last) {

    public Page {
        changes = List.copyOf(changes);
    }
}
