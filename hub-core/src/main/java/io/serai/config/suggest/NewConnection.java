package io.serai.config.suggest;

import io.serai.config.schema.Schemas;
import io.serai.connector.ConnectorFactory;
import io.serai.connector.SettingInfo;
import io.serai.connector.SettingShape.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A connection that is about to be written.
 *
 * @param name the file's name
 * @param connector which system it is
 * @param settings as they will stand in the file, secrets as placeholders: text, lists of text, and maps of these
 */
public record NewConnection(String name, ConnectorFactory connector, Map<String, Object> settings) {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{env:([^}]+)}}");

    /** The path of its file in the home. */
    String file() {
        return "config/connections/" + name + ".yaml";
    }

    /** The environment variables that its secrets are read from. */
    Set<String> variables() {
        Set<String> found = new TreeSet<>();
        Matcher variable = VARIABLE.matcher(settings.toString());
        while (variable.find()) {
            found.add(variable.group(1).strip());
        }
        return found;
    }

    /** The file, each setting with its meaning. */
    String yaml() {
        StringBuilder yaml = new StringBuilder(Schemas.line("connection", file()));
        yaml.append("# ").append(Yaml.comment(connector.info().description())).append('\n');
        yaml.append("connector: ").append(connector.info().name()).append('\n');
        if (!connector.settings().isEmpty()) {
            yaml.append("settings:\n");
            settings(yaml, connector.settings(), settings, "  ");
        }
        yaml.append(
                "# rate_limit: 2/s   # the most requests that the account allows; else the connector's own limit\n");
        return yaml.toString();
    }

    private static void settings(StringBuilder yaml, List<SettingInfo> known, Map<?, ?> given, String indent) {
        for (SettingInfo setting : known) {
            Object value = given.get(setting.name());
            if (!setting.description().isEmpty()) {
                yaml.append(indent).append("# ").append(Yaml.comment(setting.description()));
                yaml.append(value == null && setting.defaultValue().isEmpty() ? " Not needed always.\n" : "\n");
            }
            if (value == null) {
                yaml.append(indent).append("# ").append(setting.name()).append(": ");
                yaml.append(written(setting)).append('\n');
            } else {
                yaml.append(indent).append(setting.name()).append(':');
                value(yaml, setting, value, indent);
            }
        }
    }

    private static String written(SettingInfo setting) {
        return setting.defaultValue().startsWith("[") ? setting.defaultValue() : Yaml.text(setting.defaultValue());
    }

    private static void value(StringBuilder yaml, SettingInfo setting, Object value, String indent) {
        if (!(value instanceof Map<?, ?> map)) {
            yaml.append(' ').append(scalar(value)).append('\n');
            return;
        }
        yaml.append('\n');
        List<SettingInfo> inside = inside(setting);
        map.forEach((name, entry) -> {
            yaml.append(indent)
                    .append("  ")
                    .append(Yaml.text(String.valueOf(name)))
                    .append(':');
            if (entry instanceof Map<?, ?> inner) {
                yaml.append('\n');
                settings(yaml, inside, inner, indent + "    ");
            } else {
                yaml.append(' ').append(scalar(entry)).append('\n');
            }
        });
    }

    /** The settings of each entry of a map, such as those of a stream. */
    public static List<SettingInfo> inside(SettingInfo setting) {
        return setting.shape()
                .element()
                .filter(element -> element.kind() == Kind.RECORD)
                .map(element -> element.inside())
                .orElse(List.of());
    }

    private static String scalar(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(NewConnection::scalar).collect(Collectors.joining(", ", "[", "]"))
                : Yaml.text(String.valueOf(value));
    }
}
