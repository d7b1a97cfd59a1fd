package io.serai.demo;

/** The demo cannot go on. The message is a sentence for the person at the terminal. */
public final class DemoException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DemoException(String message) {
        super(message);
    }
}
