package io.serai.camel;

import java.time.Duration;

/** A route is in the middle of a page or file that does not come to its end in time; everything runs on as it was. */
public final class RouteBusyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RouteBusyException(String route, Duration patience) {
        super("The route \"" + route + "\" is in the middle of a page or file that has not come to its end in "
                + patience.toSeconds() + (patience.toSeconds() == 1 ? " second." : " seconds."));
    }
}
