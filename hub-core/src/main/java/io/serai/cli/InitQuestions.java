package io.serai.cli;

import io.serai.config.Suggestion;
import io.serai.config.suggest.NewConnection;
import io.serai.config.suggest.NewHome;
import io.serai.connector.ConnectorFactory;
import io.serai.connector.SettingInfo;
import io.serai.connector.SettingShape.Kind;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code hub init} asks. */
final class InitQuestions {

    private final Answers answers;
    private final NewSettings settings;

    InitQuestions(Answers answers, NewSettings settings) {
        this.answers = answers;
        this.settings = settings;
    }

    NewHome ask(String usualName, ZoneId usualZone) {
        String name = answers.ask("The organisation's name", usualName, InitQuestions::blank);
        String zone = answers.ask(
                "Its timezone", usualZone.getId(), text -> zone(text).isPresent() ? Optional.empty() : noZone(text));
        List<NewConnection> connections = new ArrayList<>();
        answers.say("What to connect: " + String.join(", ", settings.connectors()) + ".");
        while (true) {
            String more = connections.isEmpty() ? "" : " another";
            String connector = answers.ask("Connect" + more + " (nothing to finish)", "", settings::wrongConnector);
            if (connector.isEmpty()) {
                return new NewHome(name, zone(zone).orElseThrow(), connections);
            }
            connections.add(connection(settings.connector(connector), connections));
        }
    }

    static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<String> noZone(String text) {
        return Optional.of("\"" + text + "\" is not a time zone. "
                + Suggestion.nearest(text, ZoneId.getAvailableZoneIds())
                        .map(near -> "Did you mean \"" + near + "\"?")
                        .orElse("Write one such as Europe/London."));
    }

    private static Optional<String> blank(String text) {
        return text.isBlank() ? Optional.of("A name is needed.") : Optional.empty();
    }

    private NewConnection connection(ConnectorFactory factory, List<NewConnection> others) {
        String connector = factory.info().name();
        boolean taken = others.stream().anyMatch(other -> other.name().equals(connector));
        String name =
                answers.ask("What to call this connection", taken ? "" : connector, text -> NewSettings.wrongName(text)
                        .or(() -> others.stream()
                                .filter(other -> other.name().equals(text))
                                .findFirst()
                                .map(other -> "There is a connection \"" + text + "\" already.")));
        while (true) {
            NewConnection connection = new NewConnection(name, factory, settings(name, factory.settings()));
            Optional<String> problem = NewSettings.problem(connection);
            if (problem.isEmpty()) {
                return connection;
            }
            answers.say(problem.get() + " Once more:");
        }
    }

    /** Those that must be told and those without a usual value; the others stand in the file as comments. */
    private Map<String, Object> settings(String connection, List<SettingInfo> known) {
        Map<String, Object> given = new LinkedHashMap<>();
        for (SettingInfo setting : known) {
            if (setting.shape().kind() == Kind.MAP) {
                given.put(setting.name(), entries(connection, setting));
            } else if (setting.required() || setting.defaultValue().isEmpty()) {
                String answer = setting.secret() ? secret(connection, setting) : plain(setting);
                if (!answer.isEmpty()) {
                    given.put(setting.name(), NewSettings.value(setting, answer));
                }
            }
        }
        return given;
    }

    private Map<String, Object> entries(String connection, SettingInfo setting) {
        answers.say(setting.description());
        Map<String, Object> entries = new LinkedHashMap<>();
        while (true) {
            String what = setting.name().replaceFirst("s$", "");
            String name = answers.ask(
                    (entries.isEmpty() ? "  The first " : "  The next ") + what + "'s name"
                            + (entries.isEmpty() ? "" : " (nothing to finish)"),
                    "",
                    text -> text.isEmpty()
                            ? entries.isEmpty() ? Optional.of("At least one is needed.") : Optional.empty()
                            : NewSettings.wrongName(text));
            if (name.isEmpty()) {
                return entries;
            }
            entries.put(name, settings(connection, NewConnection.inside(setting)));
        }
    }

    private String plain(SettingInfo setting) {
        return answers.ask(
                "  " + setting.name() + " (" + setting.description().replaceFirst("[.]$", "")
                        + (setting.required() ? "" : "; nothing for none") + ")",
                "",
                text -> setting.required() && text.isEmpty()
                        ? Optional.of("\"" + setting.name() + "\" is needed.")
                        : Optional.empty());
    }

    private String secret(String connection, SettingInfo setting) {
        return answers.ask(
                "  " + setting.name() + " (" + setting.description().replaceFirst("[.]$", "")
                        + "): not the secret, but the environment variable that will hold it"
                        + (setting.required() ? "" : " (nothing for none)"),
                setting.required() ? NewSettings.variable(connection, setting) : "",
                text -> {
                    try {
                        if (!text.isEmpty()) {
                            NewSettings.value(setting, text);
                        }
                        return Optional.empty();
                    } catch (Refusal refusal) {
                        return Optional.of(refusal.getMessage());
                    }
                });
    }
}
