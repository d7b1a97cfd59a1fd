package io.serai.sync;

import io.serai.profile.CollapseException;
import io.serai.spi.ConnectorException;

/** Makes sentences of what went wrong. */
final class Failure {

    private Failure() {}

    static String sentence(Throwable failure) {
        if (failure instanceof SyncException || failure instanceof ConnectorException) {
            return failure.getMessage();
        }
        if (failure.getCause() instanceof SyncException
                || failure.getCause() instanceof ConnectorException
                || failure.getCause() instanceof CollapseException) {
            return failure.getCause().getMessage();
        }
        return failure.getMessage() == null ? failure.getClass().getName() : failure.getMessage();
    }

    /** Wraps what a connector should not have thrown. */
    static SyncException bug(String connection, String doing, RuntimeException thrown) {
        return new SyncException(
                "The connector of \"" + connection + "\" failed unexpectedly while " + doing
                        + "; this is a bug of the connector ("
                        + thrown.getClass().getName()
                        + "). Nothing that it had not finished was kept; tell its author, the log has the details.",
                thrown);
    }
}
