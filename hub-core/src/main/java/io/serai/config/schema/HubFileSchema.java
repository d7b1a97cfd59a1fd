package io.serai.config.schema;

import io.serai.config.HubSettings;
import java.util.List;

/** {@code config/hub.yaml}. */
final class HubFileSchema {

    private static final HubSettings STANDARD = HubSettings.DEFAULT;

    private HubFileSchema() {}

    static Shape of() {
        return Shape.map()
                .means("The hub: what it is called, where it keeps its store, when it stops and asks.")
                .key("name", Scalars.text().means("The organisation's name.").usually(STANDARD.name()))
                .key(
                        "timezone",
                        Scalars.zone()
                                .means("Of schedules, and of times that come without a zone.")
                                .usually("Z")
                                .examples("Europe/London"))
                .key("store", store())
                .key("server", server())
                .key("retention", retention())
                .key("guards", guards())
                .key("routes", routes());
    }

    private static Shape routes() {
        return Shape.map()
                .means("What routes may use beyond the usual.")
                .key(
                        "components",
                        Shape.of("array")
                                .means(
                                        "Camel components, by the word before the colon of their URIs; none that runs code.")
                                .with(
                                        "items",
                                        Shape.of("string")
                                                .with("pattern", "^[a-z][a-z0-9+-]*$")
                                                .json()));
    }

    private static Shape store() {
        return Shape.map()
                .means("Where everything is kept.")
                .key(
                        "sqlite",
                        Scalars.text()
                                .means("The store's file, relative to the home unless absolute.")
                                .usually(STANDARD.sqlite()))
                .needs("sqlite");
    }

    private static Shape server() {
        return Shape.map()
                .means("Where the hub listens.")
                .key(
                        "host",
                        Scalars.text()
                                .means("An interface's name or address.")
                                .usually(STANDARD.server().host()))
                .key(
                        "port",
                        Scalars.whole(1, 65_535)
                                .means("1 to 65535.")
                                .usually(STANDARD.server().port()));
    }

    private static Shape retention() {
        return Shape.map()
                .means("How long what is kept; what is not named is kept for ever.")
                .key(
                        "events",
                        Scalars.duration().means("What became of profiles.").examples("400d"))
                .key("runs", Scalars.duration().means("The history of runs.").examples("90d"));
    }

    private static Shape guards() {
        HubSettings.Guards guards = STANDARD.guards();
        return Shape.map()
                .means("A plan that goes beyond these waits for somebody's word: hub apply PLAN.")
                .key(
                        "max_removals",
                        Scalars.percent()
                                .means("The largest part of what a destination holds that may be removed at once.")
                                .usually(percent(guards.maxRemovals())))
                .key(
                        "max_change",
                        Scalars.percent()
                                .means("The largest part that may be changed at once.")
                                .usually(percent(guards.maxChange())))
                .key(
                        "first_run",
                        Scalars.word(List.of("approve", "send"))
                                .means("Whether the first push of a sync waits for approval.")
                                .usually(guards.approveFirstRun() ? "approve" : "send"))
                .key(
                        "max_merges",
                        Scalars.percent()
                                .means("The largest part of all profiles that one run may merge into others.")
                                .usually(percent(guards.maxMerges())));
    }

    private static String percent(double part) {
        return Math.round(part * 100) + "%";
    }
}
