package io.serai.camel;

import org.apache.camel.Endpoint;

/** Makes one sentence of what Camel threw. */
final class Sentences {

    private Sentences() {}

    /** An endpoint as a route writes it, without options. */
    static String name(Endpoint endpoint) {
        return endpoint.getEndpointBaseUri().replaceFirst("^hub://", "hub:");
    }

    static String of(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause && !(cause instanceof RefusedException)) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        if (cause instanceof ClassNotFoundException) {
            return "The Java class \"" + message + "\" is not allowed in a route.";
        }
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message.strip();
    }
}
