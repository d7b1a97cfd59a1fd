package io.serai.connectors.files;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;

/** Keeps the first failure of a Camel consumer instead of logging it. */
final class Failures implements ExceptionHandler {

    private final AtomicReference<Throwable> first;

    Failures(AtomicReference<Throwable> first) {
        this.first = first;
    }

    @Override
    public void handleException(Throwable exception) {
        first.compareAndSet(null, exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        first.compareAndSet(null, exception);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        first.compareAndSet(null, exception);
    }
}
