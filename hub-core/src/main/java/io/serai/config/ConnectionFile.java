package io.serai.config;

import io.serai.connector.RateLimit;
import java.util.Map;
import java.util.Optional;

/** Reads a file of {@code config/connections}. */
final class ConnectionFile {

    private ConnectionFile() {}

    static Optional<ConnectionSettings> read(String name, YamlNode root, Problems problems) {
        Section file = Section.of(root, "a connection", problems).require("connector");
        Optional<String> connector = file.text("connector");
        Optional<YamlNode> settings = file.node("settings");
        Map<String, Object> values =
                settings.map(block -> values(block, problems)).orElse(Map.of());
        Optional<RateLimit> limit =
                file.typed("rate_limit", "so many requests in a time, such as 2/s or 100/m", RateLimit::parse);
        file.finish();
        return connector.map(named -> new ConnectionSettings(
                name,
                root.position().file(),
                named,
                file.at("connector"),
                values,
                settings.map(Places::of).orElse(new Places(Map.of("", file.position()), Map.of())),
                limit));
    }

    private static Map<String, Object> values(YamlNode block, Problems problems) {
        if (block instanceof YamlMap map) {
            nothingIsEmpty(map, problems);
            return PlainValue.of(map);
        }
        Section.of(block, "\"settings\"", problems);
        return Map.of();
    }

    private static void nothingIsEmpty(YamlMap map, Problems problems) {
        Section section = Section.of(map, "settings", problems);
        for (YamlEntry entry : map.entries()) {
            if (section.node(entry.key()).orElse(null) instanceof YamlMap inner) {
                nothingIsEmpty(inner, problems);
            }
        }
    }
}
