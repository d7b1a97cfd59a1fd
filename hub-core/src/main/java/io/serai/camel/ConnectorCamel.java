package io.serai.camel;

import io.serai.connector.ConnectorHost;
import io.serai.connector.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * The Camel that connectors work with, apart from the one of the routes: what a route file may name is narrow, what a connector
 * is built on is its own affair. Made when the first connector asks for it.
 */
public final class ConnectorCamel implements AutoCloseable {

    private final AtomicBoolean closing = new AtomicBoolean();
    private final Patience patience;
    private final Duration answer;
    private CamelContext context;
    private CamelHttpTransport transport;

    /**
     * @param patience how long requests are tried again
     * @param answer the longest wait for an answer to begin
     */
    public ConnectorCamel(Patience patience, Duration answer) {
        this.patience = patience;
        this.answer = answer;
    }

    /** What connectors of a home may borrow. */
    public ConnectorHost host(Path home, ZoneId zone) {
        return new ConnectorHost(home, zone, this::transport, this::lend, patience, closing::get);
    }

    private synchronized CamelHttpTransport transport() {
        if (transport == null) {
            transport = new CamelHttpTransport(context(), answer);
        }
        return transport;
    }

    private Object lend(Class<?> type) {
        return type.isAssignableFrom(DefaultCamelContext.class) ? context() : null;
    }

    private synchronized CamelContext context() {
        if (context == null) {
            DefaultCamelContext made = new DefaultCamelContext(false);
            made.disableJMX();
            made.setLoadHealthChecks(false);
            made.getCamelContextExtension().setName("serai-connectors");
            made.start();
            context = made;
        }
        return context;
    }

    /** Ends waits that connectors are in. */
    public void cancel() {
        closing.set(true);
    }

    @Override
    public void close() {
        cancel();
        synchronized (this) {
            if (transport != null) {
                transport.close();
            }
            if (context != null) {
                context.stop();
            }
        }
    }
}
