package io.serai.connector;

/** An installed connector that cannot be used: its files are wrong or its contract does not fit. The message is for people. */
public final class InvalidConnectorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidConnectorException(String message) {
        super(message);
    }

    public InvalidConnectorException(String message, Throwable cause) {
        super(message, cause);
    }
}
