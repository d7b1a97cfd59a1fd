package io.serai.config;

import io.serai.connector.ConnectorDefinition;
import io.serai.connector.DefinitionReader;
import io.serai.connector.HttpDefinition;
import io.serai.connector.InvalidConnectorException;
import io.serai.connector.SettingInfo;
import io.serai.connector.SettingShape;
import io.serai.connector.SettingTypes;
import io.serai.connector.StreamDefinition;
import io.serai.spi.ConnectorInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a {@code connector.yaml}: a connector that needs no Java. */
public final class ConnectorFile implements DefinitionReader {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern SETTING = Pattern.compile("[a-z][a-z0-9_]*");

    @Override
    public ConnectorDefinition read(Path file) {
        Problems problems = new Problems();
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InvalidConnectorException("The file \"" + file + "\" cannot be read: " + e.getMessage(), e);
        }
        Optional<ConnectorDefinition> definition = read(file.toString().replace('\\', '/'), bytes, problems);
        if (definition.isEmpty()) {
            throw new InvalidConnectorException(
                    problems.sorted().stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
        return definition.get();
    }

    /**
     * Reads one file.
     *
     * @param file the name that positions carry
     * @param bytes the content
     * @param problems where mistakes go
     * @return the definition; empty when there is an error
     */
    public static Optional<ConnectorDefinition> read(String file, byte[] bytes, Problems problems) {
        int before = problems.errors();
        Optional<ConnectorDefinition> definition =
                YamlReader.read(file, bytes, problems).map(tree -> definition(tree, problems));
        return problems.errors() > before ? Optional.empty() : definition;
    }

    private static ConnectorDefinition definition(YamlNode tree, Problems problems) {
        Section file = Section.of(tree, "a connector", problems).require("name", "title", "http", "streams");
        ConnectorInfo info = new ConnectorInfo(
                file.typed("name", "lower-case letters, digits and dashes", matching(NAME))
                        .orElse("?"),
                file.text("title").orElse("?"),
                file.text("version").orElse("1.0.0"),
                file.text("description").orElse(""));
        List<SettingInfo> settings = settings(file);
        ConnectorTemplates templates = new ConnectorTemplates(
                settings.stream().map(SettingInfo::name).collect(Collectors.toCollection(TreeSet::new)),
                settings.stream()
                        .filter(SettingInfo::secret)
                        .map(SettingInfo::name)
                        .collect(Collectors.toSet()),
                problems);
        file.section("settings").ifPresent(section -> defaults(section, templates));
        var http = file.section("http").map(section -> new ConnectorHttp(templates).read(section));
        List<StreamDefinition> streams = new ArrayList<>();
        file.section("streams").ifPresent(section -> section.entries()
                .forEach(entry -> streams.add(new ConnectorStreams(templates).read(entry))));
        boolean needsScopes = streams.stream()
                .map(StreamDefinition::needs)
                .anyMatch(needs -> !needs.toRead().isEmpty() || !needs.toWrite().isEmpty());
        if (needsScopes && http.flatMap(HttpDefinition::scopes).isEmpty()) {
            problems.error(
                    file.at("streams"),
                    "A stream needs a scope, and nothing says where the system lists the scopes of its credentials.",
                    "Add \"scopes:\" to http:.");
        }
        file.finish();
        return new ConnectorDefinition(info, settings, http.orElse(ConnectorHttp.NONE), streams);
    }

    private static List<SettingInfo> settings(Section file) {
        List<SettingInfo> settings = new ArrayList<>();
        file.section("settings").ifPresent(section -> section.entries().forEach(entry -> {
            Section setting = Section.of(entry.value(), "the setting \"" + entry.key() + "\"", file.problems());
            if (!SETTING.matcher(entry.key()).matches()) {
                file.problems()
                        .error(
                                entry.keyPosition(),
                                "The setting \"" + entry.key() + "\" has no valid name.",
                                "Use lower-case letters, digits and underscores.");
            }
            String type = setting.choice("type", words(SettingTypes.names())).orElse("text");
            settings.add(new SettingInfo(
                    entry.key(),
                    type,
                    setting.text("description").orElse(""),
                    setting.flag("required").orElse(false),
                    setting.flag("secret").orElse(false),
                    setting.text("default").orElse(""),
                    SettingShape.named(type)));
            setting.finish();
        }));
        return settings;
    }

    private static void defaults(Section settings, ConnectorTemplates templates) {
        settings.entries().forEach(entry -> {
            if (entry.value() instanceof YamlMap map) {
                map.get("default").ifPresent(node -> templates.of(node, ConnectorTemplates.SETTINGS));
            }
        });
    }

    static java.util.Map<String, String> words(List<String> words) {
        return words.stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
    }

    private static Function<String, Optional<String>> matching(Pattern pattern) {
        return text -> Optional.of(text).filter(it -> pattern.matcher(it).matches());
    }
}
