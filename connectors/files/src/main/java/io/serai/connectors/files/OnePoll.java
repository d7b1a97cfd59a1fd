package io.serai.connectors.files;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;

/** Polls once and keeps what went wrong for the caller, who decides about trying again. */
final class OnePoll implements PollingConsumerPollStrategy {

    private final AtomicReference<Throwable> failed;

    OnePoll(AtomicReference<Throwable> failed) {
        this.failed = failed;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        // the caller has seen the files
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        failed.compareAndSet(null, cause);
        return false;
    }
}
