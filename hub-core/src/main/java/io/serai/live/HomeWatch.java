package io.serai.live;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Looks at the files of a home again and again, and hands over what was saved once it lies still. What was refused is not tried
 * again until a file differs.
 */
public final class HomeWatch implements AutoCloseable {

    private static final long LOOK_MILLIS = 200;
    /** A file that never lies still is taken as it is after so long. */
    private static final long LONGEST_MILLIS = 1_200;

    private static final long BUSY_MILLIS = 5_000;

    private final Path home;
    private final HomeStamps stamps;
    private final LiveTeller teller;
    private LiveHub live;
    private Map<String, String> taken;
    private Map<String, String> refused;
    private Map<String, String> lying;
    private long since;
    private boolean missing;
    private Thread thread;
    private volatile boolean closed;

    private HomeWatch(Path home, LiveTeller teller) {
        this.home = home;
        this.stamps = new HomeStamps(home);
        this.teller = teller;
    }

    /** Remembers what the files say now; to be called before the home is loaded, so that no edit falls between. */
    public static HomeWatch of(Path home, LiveTeller teller) {
        HomeWatch watch = new HomeWatch(home, teller);
        watch.taken = watch.stamps.take();
        return watch;
    }

    /** Begins to look. */
    public HomeWatch start(LiveHub hub) {
        live = hub;
        thread = new Thread(this::watch, "watch");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    private void watch() {
        while (!closed) {
            try {
                look();
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                teller.say("The files of the home cannot be watched: " + e.getMessage() + " Trying again.");
            }
        }
    }

    /** One look. */
    private void look() {
        if (isMissing()) {
            return;
        }
        Map<String, String> now = stamps.take();
        if (now.equals(taken)) {
            if (refused != null) {
                teller.say("The files are again what the hub runs by.");
            }
            refused = null;
            lying = null;
        } else if (!now.equals(refused) && liesStill(now)) {
            take(now);
        }
    }

    /** A folder that is gone is on its way to somewhere else, most likely; nobody means to stop everything by that. */
    private boolean isMissing() {
        for (String folder : List.of("config", "routes")) {
            boolean had = taken.keySet().stream().anyMatch(file -> file.startsWith(folder + "/"));
            if (had && !Files.isDirectory(home.resolve(folder))) {
                if (!missing) {
                    teller.say("The folder " + folder + " is gone. Everything runs on as before until it is back.");
                }
                missing = true;
                return true;
            }
        }
        missing = false;
        return false;
    }

    private boolean liesStill(Map<String, String> now) {
        long nanos = System.nanoTime();
        if (lying == null) {
            since = nanos;
        }
        boolean still = now.equals(lying);
        lying = now;
        return still || TimeUnit.NANOSECONDS.toMillis(nanos - since) > LONGEST_MILLIS;
    }

    private void take(Map<String, String> now) {
        lying = null;
        Edit edit = Edit.between(taken, now);
        if (!edit.later().isEmpty()) {
            teller.say(String.join(", ", edit.later()) + ": takes effect when the hub is started again.");
        }
        if (edit.now().isEmpty()) {
            taken = now;
            return;
        }
        switch (live.take(edit, () -> stamps.take().equals(now))) {
            case IN_EFFECT -> {
                taken = now;
                refused = null;
            }
            case REFUSED -> refused = now;
            case BUSY -> rest();
            case MOVED -> lying = null;
        }
    }

    private void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(BUSY_MILLIS);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** Looks no more; an edit that is being taken over is finished first. */
    @Override
    public void close() {
        closed = true;
        if (thread != null) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
