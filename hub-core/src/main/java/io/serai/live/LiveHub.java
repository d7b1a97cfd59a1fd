package io.serai.live;

import io.serai.Hub;
import io.serai.HubHome;
import io.serai.Reread;
import io.serai.Routes;
import io.serai.camel.HubCamel;
import io.serai.camel.RouteBusyException;
import io.serai.camel.RouteEdit;
import io.serai.config.HubSettings;
import io.serai.sync.RunRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * A hub whose routes run, and that takes over other versions of its files while they do: each whole or not at all. A page that
 * is under way finishes under the version that it began with. For one thread.
 */
public final class LiveHub implements AutoCloseable {

    private static final String ALLOW =
            "stop the hub and say hub resolve --allow-merges, or raise guards: max_merges in config/hub.yaml";

    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);

    private final LiveTeller teller;
    private final Duration patience;
    private Hub hub;
    private Routes routes;
    private HubCamel camel;

    private LiveHub(Hub hub, Routes routes, HubCamel camel, LiveTeller teller, Duration patience) {
        this.hub = hub;
        this.routes = routes;
        this.camel = camel;
        this.teller = teller;
        this.patience = patience;
    }

    /** Starts all routes of a hub, which stays the caller's to close. */
    public static LiveHub start(Hub hub, LiveTeller teller) {
        return start(hub, teller, USUAL_PATIENCE);
    }

    /** @param patience how long a page or file under way may take until an edit is put off */
    static LiveHub start(Hub hub, LiveTeller teller, Duration patience) {
        Routes routes = Routes.of(hub);
        try {
            return new LiveHub(hub, routes, routes.start(), teller, patience);
        } catch (RuntimeException e) {
            routes.close();
            throw e;
        }
    }

    /** What became of something saved. */
    enum Outcome {
        IN_EFFECT,
        REFUSED,
        /** A page or file under way does not come to its end; to be tried again. */
        BUSY,
        /** The files were saved again while they were read. */
        MOVED
    }

    /** Ends the reading of files that are not the same any more. */
    private static final class MovedException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /**
     * Takes over what was saved, or tells why not; then everything runs on as before.
     *
     * @param still whether the files are still those that the edit is about: what is checked is what is loaded
     */
    Outcome take(Edit edit, BooleanSupplier still) {
        HubHome home = hub.home().again();
        if (!home.checked().ok()) {
            if (!still.getAsBoolean()) {
                return Outcome.MOVED;
            }
            teller.mistakes(home);
            return Outcome.REFUSED;
        }
        try {
            String text = edit.isOfRoutes() && !camel.editConcernsAll() ? routes(home, still) : everything(home, still);
            teller.say(edit.text() + ": in effect." + text);
            return Outcome.IN_EFFECT;
        } catch (MovedException e) {
            return Outcome.MOVED;
        } catch (RouteBusyException e) {
            teller.say(edit.text() + ": not in effect yet. " + e.getMessage());
            return Outcome.BUSY;
        } catch (RuntimeException e) {
            teller.say(edit.text() + ": not in effect, everything runs on as before. " + e.getMessage());
            return Outcome.REFUSED;
        }
    }

    private static void require(BooleanSupplier still) {
        if (!still.getAsBoolean()) {
            throw new MovedException();
        }
    }

    private String routes(HubHome home, BooleanSupplier still) {
        RouteEdit edit = camel.edit(patience, () -> require(still));
        hub = hub.next(home);
        return text("New", edit.added()) + text("Changed", edit.changed()) + text("Stopped for good", edit.removed());
    }

    private static String text(String what, Set<String> routes) {
        return routes.isEmpty() ? "" : " " + what + ": " + String.join(", ", routes) + ".";
    }

    /** Everything anew over the same store: made ready beside what runs, then put in its place. */
    private String everything(HubHome home, BooleanSupplier still) {
        Hub next = hub.next(home);
        Routes nextRoutes = routes.next(next);
        try (NotYet ready = new NotYet(nextRoutes.prepare(camel))) {
            require(still);
            String text = differences(next, ready.camel());
            HubCamel old = swap(next, ready);
            hub = next;
            routes = nextRoutes;
            camel = ready.take();
            old.close();
            return text;
        } finally {
            routes.closeOtherAccounts();
        }
    }

    /** A Camel that is closed unless it is taken. */
    private static final class NotYet implements AutoCloseable {
        private final HubCamel camel;
        private boolean taken;

        NotYet(HubCamel camel) {
            this.camel = camel;
        }

        HubCamel camel() {
            return camel;
        }

        HubCamel take() {
            taken = true;
            return camel;
        }

        @Override
        public void close() {
            if (!taken) {
                camel.close();
            }
        }
    }

    /** Answers the Camel that has stopped for good. */
    private HubCamel swap(Hub next, NotYet ready) {
        Map<String, RunRequest> interrupted = camel.pause(patience);
        try {
            Reread reread = next.reread(hub.segments(), ALLOW, teller);
            if (reread.happened()) {
                teller.say(reread.text());
            }
            ready.camel().resume();
        } catch (RuntimeException e) {
            ready.close();
            putBack(next, interrupted, e);
            throw e;
        }
        ready.camel().goOn(interrupted);
        return camel;
    }

    private void putBack(Hub next, Map<String, RunRequest> interrupted, RuntimeException why) {
        try {
            hub.reread(next.segments(), ALLOW, teller);
            camel.resume();
            camel.goOn(interrupted);
        } catch (RuntimeException e) {
            why.addSuppressed(e);
            teller.say("What ran before cannot be put back, either: " + e.getMessage() + " Start the hub again.");
        }
    }

    private String differences(Hub next, HubCamel ready) {
        Set<String> added = new TreeSet<>(ready.routes());
        added.removeAll(camel.routes());
        Set<String> removed = new TreeSet<>(camel.routes());
        removed.removeAll(ready.routes());
        HubSettings before = hub.config().hub();
        HubSettings after = next.config().hub();
        String later = before.sqlite().equals(after.sqlite()) && before.server().equals(after.server())
                ? ""
                : " \"store:\" and \"server:\" stay as they were until the hub is started again.";
        return text("New", added) + text("Stopped for good", removed) + later;
    }

    /** The hub as it is now. */
    public Hub hub() {
        return hub;
    }

    /** The routes that run now. */
    public HubCamel camel() {
        return camel;
    }

    /** Stops after the pages under way. */
    @Override
    public void close() {
        try (Routes last = routes) {
            last.cancel();
            camel.close();
        }
    }
}
