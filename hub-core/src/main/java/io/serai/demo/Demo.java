package io.serai.demo;

import io.serai.Hub;
import io.serai.HubHome;
import io.serai.Routes;
import io.serai.camel.HubCamel;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/**
 * The demo retailer, end to end: its four systems, as fakes of this process, and a hub on its home. The hub's part is real: its
 * own config and routes, the services that the commands use. Writes only under {@code data/} of the home.
 */
public final class Demo implements AutoCloseable {

    private final DemoSystems systems;
    private final Hub hub;
    private final Routes routes;
    private final Teller teller;
    private boolean closed;

    private Demo(DemoSystems systems, Hub hub, Routes routes, Teller teller) {
        this.systems = systems;
        this.hub = hub;
        this.routes = routes;
        this.teller = teller;
    }

    /**
     * Starts the systems and opens the hub.
     *
     * @param home of Bramble &amp; Co, without mistakes
     * @throws DemoException when a port is taken, or the home is another's
     */
    public static Demo start(HubHome home, Teller teller) {
        DemoSystems systems = DemoSystems.start(home.home(), Clock.systemUTC());
        try {
            Hub hub = Hub.writing(home, "demo");
            return new Demo(systems, hub, Routes.of(hub), teller);
        } catch (RuntimeException e) {
            systems.close();
            throw e;
        }
    }

    /**
     * Runs every route of the home once and tells what happened.
     *
     * @throws DemoException when a route failed
     */
    public DemoFigures tell() {
        return new DemoStory(systems, hub, routes, teller).tell();
    }

    /** Lets systems and hub run, every route on its schedule, until the latch opens. */
    @SuppressWarnings("try") // the routes run until they are closed
    public void stay(CountDownLatch stop) throws InterruptedException {
        try (HubCamel camel = routes.start()) {
            teller.say("The shop answers at port " + systems.shop().port() + ", the mail service at port "
                    + systems.mail().port() + ", and the hub runs its routes. Stop them with Ctrl-C.");
            stop.await();
            routes.cancel();
        }
    }

    /** Stops everything; idempotent. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (systems;
                hub) {
            routes.close();
        }
    }
}
