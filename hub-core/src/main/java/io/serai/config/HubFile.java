package io.serai.config;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** Reads {@code config/hub.yaml}. */
final class HubFile {

    private static final HubSettings STANDARD = HubSettings.DEFAULT;

    private HubFile() {}

    static HubSettings read(YamlNode root, Problems problems) {
        Section hub = Section.of(root, "hub.yaml", problems);
        HubSettings settings = new HubSettings(
                hub.text("name").orElse(STANDARD.name()),
                zone(hub),
                hub.section("store").flatMap(HubFile::store).orElse(STANDARD.sqlite()),
                hub.section("server").map(HubFile::server).orElse(STANDARD.server()),
                hub.section("retention").map(HubFile::retention).orElse(STANDARD.retention()),
                hub.section("guards").map(HubFile::guards).orElse(STANDARD.guards()));
        hub.section("routes").ifPresent(RouteComponents::check);
        hub.finish();
        return settings;
    }

    private static ZoneId zone(Section hub) {
        return Reading.zone(hub, "timezone").orElse(STANDARD.timezone());
    }

    private static Optional<String> store(Section store) {
        if (store.has("postgresql")) {
            store.problems()
                    .error(
                            store.at("postgresql"),
                            "This version keeps the store in SQLite only.",
                            "Write store: { sqlite: data/hub.db }.");
            store.entries();
            return Optional.empty();
        }
        store.require("sqlite");
        Optional<String> sqlite = store.text("sqlite");
        store.finish();
        return sqlite;
    }

    private static HubSettings.Server server(Section server) {
        var read = new HubSettings.Server(
                server.text("host").orElse(STANDARD.server().host()),
                server.whole("port", 1, 65_535).orElse(STANDARD.server().port()));
        server.finish();
        return read;
    }

    private static HubSettings.Retention retention(Section retention) {
        var read = new HubSettings.Retention(retention.duration("events"), retention.duration("runs"));
        retention.finish();
        return read;
    }

    private static HubSettings.Guards guards(Section guards) {
        HubSettings.Guards standard = STANDARD.guards();
        var read = new HubSettings.Guards(
                guards.fraction("max_removals").orElse(standard.maxRemovals()),
                guards.fraction("max_change").orElse(standard.maxChange()),
                guards.choice("first_run", Map.of("approve", true, "send", false))
                        .orElse(standard.approveFirstRun()),
                guards.fraction("max_merges").orElse(standard.maxMerges()));
        guards.finish();
        return read;
    }
}
