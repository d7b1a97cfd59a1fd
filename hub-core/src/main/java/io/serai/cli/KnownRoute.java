package io.serai.cli;

import io.serai.Hub;
import io.serai.config.RouteOutline;

/** The route that a command names. */
final class KnownRoute {

    private KnownRoute() {}

    /**
     * @throws Refusal with what was probably meant when there is none of that id
     */
    static void require(Hub hub, String route) {
        if (hub.config().route(route).isEmpty()) {
            throw Refusal.unknown(
                    "route",
                    route,
                    hub.config().routes().stream().map(RouteOutline::id).toList());
        }
    }
}
