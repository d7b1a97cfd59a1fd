package io.serai.cli;

import io.serai.config.Suggestion;
import io.serai.config.suggest.NewConnection;
import io.serai.connector.ConnectionSettings;
import io.serai.connector.ConnectorFactory;
import io.serai.connector.ConnectorRegistry;
import io.serai.connector.SettingInfo;
import io.serai.connector.SettingProblem;
import io.serai.connector.SettingShape.Kind;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the connections of a new home are told: by answers, or by {@code --connect}. Secrets are only ever named. */
final class NewSettings {

    private static final String VARIABLE = "[A-Za-z_][A-Za-z0-9_]*";

    private final ConnectorRegistry registry;

    NewSettings(ConnectorRegistry registry) {
        this.registry = registry;
    }

    /** The names of what can be connected. */
    List<String> connectors() {
        return registry.all().stream().map(factory -> factory.info().name()).toList();
    }

    /** Why a connection cannot be called so; empty when it can. */
    static Optional<String> wrongName(String name) {
        return name.matches("[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]*")
                ? Optional.empty()
                : Optional.of("\"" + name + "\" is no name for a connection: letters, digits, - and _, such as shop.");
    }

    /**
     * Reads {@code shop=shopify,store=bramble-co,token=SHOP_TOKEN}.
     *
     * @throws Refusal when it cannot be meant
     */
    NewConnection read(String written) {
        List<String> pieces = pieces(written);
        String[] first = pieces.get(0).split("=", 2);
        if (first.length < 2) {
            throw Refusal.usage(
                    "--connect \"" + written
                            + "\" is no NAME=CONNECTOR. Write, for one, --connect shop=shopify,store=my-store,token=SHOP_TOKEN");
        }
        wrongName(first[0]).ifPresent(reason -> {
            throw Refusal.usage(reason);
        });
        ConnectorFactory factory =
                registry.find(first[1]).orElseThrow(() -> Refusal.unknown("connector", first[1], connectors()));
        Map<String, Object> settings = new LinkedHashMap<>();
        for (String piece : pieces.subList(1, pieces.size())) {
            int equals = piece.indexOf('=');
            put(settings, List.of(piece.substring(0, equals).split("\\.")), piece.substring(equals + 1), factory);
        }
        secrets(first[0], factory, settings);
        NewConnection connection = new NewConnection(first[0], factory, settings);
        problem(connection).ifPresent(reason -> {
            throw Refusal.usage("--connect " + first[0] + ": " + reason);
        });
        return connection;
    }

    /** Commas separate settings; one that no name and = follow is part of a value. */
    private static List<String> pieces(String written) {
        List<String> pieces = new java.util.ArrayList<>();
        for (String piece : written.split(",")) {
            if (pieces.isEmpty() || piece.matches("[A-Za-z_][\\w.-]*=.*")) {
                pieces.add(piece);
            } else {
                pieces.set(pieces.size() - 1, pieces.get(pieces.size() - 1) + "," + piece);
            }
        }
        return pieces;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> settings, List<String> path, String value, ConnectorFactory factory) {
        Map<String, Object> at = settings;
        for (String name : path.subList(0, path.size() - 1)) {
            if (!(at.computeIfAbsent(name, absent -> new LinkedHashMap<>()) instanceof Map<?, ?> inner)) {
                throw Refusal.usage("The setting \"" + name + "\" is told twice.");
            }
            at = (Map<String, Object>) inner;
        }
        String last = path.get(path.size() - 1);
        List<SettingInfo> known = path.size() == 1
                ? factory.settings()
                : factory.settings().stream()
                        .filter(setting -> setting.name().equals(path.get(0)))
                        .flatMap(setting -> NewConnection.inside(setting).stream())
                        .toList();
        Optional<SettingInfo> setting =
                known.stream().filter(each -> each.name().equals(last)).findFirst();
        at.put(last, setting.map(each -> value(each, value)).orElse(value));
    }

    /** A value as it will stand in the file: a secret as the variable that holds it, a list as one. */
    static Object value(SettingInfo setting, String written) {
        if (setting.secret()) {
            String variable = written.replaceAll("^\\{\\{env:|}}$", "").strip();
            if (!variable.matches(VARIABLE)) {
                throw Refusal.usage(
                        "\"" + setting.name()
                                + "\" is a secret: give the name of the environment variable that holds it, such as SHOP_TOKEN, not its value.");
            }
            return "{{env:" + variable + "}}";
        }
        if (setting.shape().kind() == Kind.LIST && written.contains(",")) {
            return Stream.of(written.split(",")).map(String::strip).toList();
        }
        return written;
    }

    private static void secrets(String connection, ConnectorFactory factory, Map<String, Object> settings) {
        for (SettingInfo setting : factory.settings()) {
            if (setting.secret() && setting.required()) {
                settings.putIfAbsent(setting.name(), "{{env:" + variable(connection, setting) + "}}");
            }
        }
    }

    /** What the variable of a secret is usually called: {@code SHOP_TOKEN}. */
    static String variable(String connection, SettingInfo setting) {
        return (connection + "_" + setting.name()).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
    }

    /** What is wrong with the settings of a connection; empty when nothing is. Nobody is talked to. */
    static Optional<String> problem(NewConnection connection) {
        List<SettingProblem> problems = connection.connector().check(connection.settings());
        if (!problems.isEmpty()) {
            return Optional.of(
                    (problems.get(0).message() + " " + problems.get(0).hint()).strip());
        }
        ConnectionSettings settings =
                new ConnectionSettings(connection.name(), connection.settings(), Optional.empty());
        return connection.connector().refusal(settings, Path.of(""));
    }

    /** One connector by its name, or why there is none. */
    Optional<String> wrongConnector(String name) {
        return name.isEmpty() || registry.find(name).isPresent()
                ? Optional.empty()
                : Optional.of("There is no connector \"" + name + "\". " + Suggestion.hint(name, connectors()));
    }

    ConnectorFactory connector(String name) {
        return registry.find(name).orElseThrow();
    }
}
