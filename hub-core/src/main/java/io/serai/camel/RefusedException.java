package io.serai.camel;

/** A route asked for something that routes may not use. The message is a sentence. */
final class RefusedException extends RuntimeException {

    RefusedException(String message) {
        super(message.strip());
    }
}
