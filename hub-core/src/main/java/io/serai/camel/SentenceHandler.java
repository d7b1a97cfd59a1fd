package io.serai.camel;

import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs a failed run as the sentence that the run carries; the stack is for those who debug. */
final class SentenceHandler implements ExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger("io.serai.runs");

    @Override
    public void handleException(Throwable exception) {
        handleException(null, null, exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        handleException(message, null, exception);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        LOG.warn("{}", exception.getMessage());
        LOG.debug("{}", message, exception);
    }
}
