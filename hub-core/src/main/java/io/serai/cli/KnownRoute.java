package io.serai.cli;

import io.serai.Hub;
import io.serai.config.RouteOutline;
import io.serai.config.Suggestion;

/** The route that a command names. */
final class KnownRoute {

    private KnownRoute() {}

    /**
     * @throws Refusal with what was probably meant when there is none of that id
     */
    static void require(Hub hub, String route) {
        if (hub.config().route(route).isEmpty()) {
            String hint = Suggestion.hint(
                    route, hub.config().routes().stream().map(RouteOutline::id).toList());
            throw new Refusal(ExitCode.USAGE, ("There is no route \"" + route + "\". " + hint).strip());
        }
    }
}
