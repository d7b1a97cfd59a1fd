package io.serai.connector;

import io.serai.spi.Connector;
import io.serai.spi.ConnectorInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** A connector that is a {@code connector.yaml}. */
final class DeclarativeFactory implements ConnectorFactory {

    private final ConnectorDefinition definition;

    DeclarativeFactory(ConnectorDefinition definition) {
        this.definition = definition;
    }

    @Override
    public ConnectorInfo info() {
        return definition.info();
    }

    @Override
    public List<SettingInfo> settings() {
        return definition.settings();
    }

    @Override
    public List<SettingProblem> check(Map<String, Object> given) {
        List<SettingProblem> problems = new ArrayList<>();
        List<String> known =
                definition.settings().stream().map(SettingInfo::name).toList();
        for (String name : new TreeSet<>(given.keySet())) {
            if (!known.contains(name)) {
                problems.add(new SettingProblem(
                        List.of(name), "The setting \"" + name + "\" is not known.", Wording.suggest(name, known)));
            }
        }
        for (SettingInfo setting : definition.settings()) {
            Object value = given.get(setting.name());
            boolean missing = value == null || value.toString().isBlank();
            if (missing && setting.required()) {
                problems.add(new SettingProblem(
                        List.of(setting.name()),
                        "The setting \"" + setting.name() + "\" is missing.",
                        setting.description()));
            } else if (!missing && SettingTypes.convert(setting.type(), value).isEmpty()) {
                problems.add(new SettingProblem(
                        List.of(setting.name()),
                        "The setting \"" + setting.name() + "\" must be " + SettingTypes.name(setting.type()) + ".",
                        setting.description()));
            }
        }
        return problems;
    }

    @Override
    public Connector open(ConnectionSettings connection, ConnectorHost host) {
        return open(connection, host, Waiting.real(host.cancelled()));
    }

    DeclarativeConnector open(ConnectionSettings connection, ConnectorHost host, Waiting waiting) {
        List<SettingProblem> problems = check(connection.settings());
        if (!problems.isEmpty()) {
            throw JavaConnectorFactory.refused(connection, problems);
        }
        Map<String, Object> settings = complete(connection.settings());
        Redaction redaction = new Redaction(definition.settings().stream()
                .filter(SettingInfo::secret)
                .map(setting -> settings.get(setting.name()))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList());
        Optional<Throttle> throttle =
                connection.rateLimit().or(definition.http()::rateLimit).map(limit -> new Throttle(limit, waiting));
        Scope scope = Scope.of("settings", settings);
        PatientDoor door =
                new PatientDoor(host.transport(), hosts(scope), throttle, host.patience(), waiting, redaction);
        return new DeclarativeConnector(
                definition, new Exchange(definition.http(), scope, door, redaction, waiting), waiting);
    }

    /** Settings with defaults; a default may name settings that come before it. */
    private Map<String, Object> complete(Map<String, Object> given) {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (SettingInfo setting : definition.settings()) {
            Object value = given.get(setting.name());
            if ((value == null || value.toString().isBlank())
                    && !setting.defaultValue().isEmpty()) {
                value = Addresses.of(Template.of(setting.defaultValue()), Scope.of("settings", settings));
            }
            if (value != null) {
                settings.put(
                        setting.name(),
                        SettingTypes.convert(setting.type(), value).orElse(value));
            }
        }
        return settings;
    }

    private AllowedHosts hosts(Scope scope) {
        List<String> urls = new ArrayList<>();
        urls.add(Addresses.of(definition.http().base(), scope));
        definition.http().hosts().forEach(host -> urls.add("https://" + host.text(scope)));
        if (definition.http().auth() instanceof HttpDefinition.Authentication.OAuth2 oauth) {
            urls.add(Addresses.of(oauth.tokenUrl(), scope));
        }
        urls.removeIf(Objects::isNull);
        return new AllowedHosts(urls);
    }
}
