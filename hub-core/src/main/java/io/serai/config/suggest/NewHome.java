package io.serai.config.suggest;

import io.serai.config.HubSettings;
import io.serai.config.schema.Schemas;
import io.serai.connector.ConnectionSettings;
import io.serai.connector.ConnectorHost;
import io.serai.identity.IdentifierRule;
import io.serai.identity.IdentityRules;
import io.serai.identity.advice.HomeCountry;
import io.serai.record.StreamName;
import io.serai.spi.Connector;
import io.serai.spi.Stream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files of a home that is about to be made.
 *
 * @param name the organisation's
 * @param zone its timezone
 * @param connections its accounts
 */
public record NewHome(String name, ZoneId zone, List<NewConnection> connections) {

    /** Every file by its path in the home, in the order in which one reads them. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("config/hub.yaml", hub());
        connections.forEach(connection -> files.put(connection.file(), connection.yaml()));
        List<MappingAdvice> advices = mappings();
        files.put("config/identity.yaml", identity());
        files.put("config/traits.yaml", traits(advices));
        for (MappingAdvice advice : advices) {
            files.put("config/mappings/" + advice.name() + ".yaml", MappingYaml.of(advice));
            files.put("routes/" + advice.name() + ".camel.yaml", route(advice));
        }
        files.put(".gitignore", """
                # The store and whatever else the hub keeps; secrets; what hub schema writes.
                /data/
                /secrets/
                .env
                /schemas/
                """);
        return files;
    }

    /** The environment variables that secrets are read from. */
    public Set<String> variables() {
        Set<String> variables = new TreeSet<>();
        connections.forEach(connection -> variables.addAll(connection.variables()));
        return variables;
    }

    /** The names of the routes that pull. */
    public List<String> routes() {
        return mappings().stream().map(MappingAdvice::name).toList();
    }

    /** The streams whose fields nobody declares: they want a look at their records first. */
    public List<StreamName> unknown() {
        List<StreamName> unknown = new ArrayList<>();
        streams().forEach((stream, declared) -> {
            if (declared.fields().isEmpty() && declared.read().isPresent()) {
                unknown.add(stream);
            }
        });
        return unknown;
    }

    private Map<StreamName, Stream> streams() {
        Map<StreamName, Stream> streams = new LinkedHashMap<>();
        for (NewConnection connection : connections) {
            ConnectionSettings settings =
                    new ConnectionSettings(connection.name(), connection.settings(), Optional.empty());
            try (Connector open = connection.connector().open(settings, ConnectorHost.lookingOnly(Path.of(""), zone))) {
                open.streams().forEach(stream -> streams.put(new StreamName(connection.name(), stream.name()), stream));
            } catch (RuntimeException cannotTell) {
                // What is wrong with its settings is said by the check of the home.
            }
        }
        return streams;
    }

    /** Twice: the identifiers that some mappings bring are what others find people by. */
    private List<MappingAdvice> mappings() {
        IdentityRules rules = new IdentityRules(List.of(), 0);
        List<IdentifierRule> found = new ArrayList<>();
        for (MappingAdvice advice : mappings(rules)) {
            if (advice.target().equals("profile")) {
                advice.identifiers().forEach(identifier -> found.add(rule(identifier.field())));
            }
        }
        return mappings(new IdentityRules(List.copyOf(found), 0));
    }

    private List<MappingAdvice> mappings(IdentityRules rules) {
        List<MappingAdvice> advices = new ArrayList<>();
        streams().forEach((stream, declared) -> {
            if (!declared.fields().isEmpty() && declared.read().isPresent()) {
                advices.add(new MappingAdvisor(stream, declared, Sample.none(), rules, zone).advice());
            }
        });
        return advices;
    }

    private static IdentifierRule rule(String identifier) {
        return new IdentifierRule(
                identifier, 3, IdentifierRule.Kind.ID, "", List.of(), false, IdentifierRule.DEFAULT_MAX_PEOPLE);
    }

    private String hub() {
        HubSettings.Guards guards = HubSettings.DEFAULT.guards();
        return Schemas.line("hub", "config/hub.yaml")
                + "# The organisation's name.\nname: " + Yaml.text(name) + "\n"
                + "# Of schedules, and of times that come without a zone.\ntimezone: " + zone.getId() + "\n"
                + "# Where everything is kept: one file, relative to this home.\nstore: { sqlite: "
                + HubSettings.DEFAULT.sqlite() + " }\n"
                + "# How long what is kept; without a line, for ever.\nretention: { runs: 90d }\n"
                + "# When the hub stops and asks a person: a sync that removes or changes more than this part of what a destination\n"
                + "# holds waits for hub apply, and so does the first one of every sync (first_run: approve or send).\nguards: { max_removals: "
                + Math.round(guards.maxRemovals() * 100) + "%, max_change: " + Math.round(guards.maxChange() * 100)
                + "%, first_run: approve }\n";
    }

    private String identity() {
        Map<String, Suggested> found = new LinkedHashMap<>();
        mappings(new IdentityRules(List.of(), 0)).stream()
                .filter(advice -> advice.target().equals("profile"))
                .flatMap(advice -> advice.identifiers().stream())
                .forEach(identifier -> found.putIfAbsent(identifier.field(), identifier));
        List<Suggested> rules = new ArrayList<>(found.values());
        rules.sort(java.util.Comparator.comparing(rule -> rule.value().contains("shared: true")));
        if (rules.isEmpty()) {
            String region = HomeCountry.of(zone)
                    .map(country -> ", region: " + Yaml.text(country))
                    .orElse("");
            rules.add(Suggested.line("email", "{ name: email, per_profile: 5, normalise: email, shared: true }", ""));
            rules.add(Suggested.line(
                    "phone", "{ name: phone, per_profile: 5, normalise: phone" + region + ", shared: true }", ""));
        }
        StringBuilder yaml = new StringBuilder(Schemas.line("identity", "config/identity.yaml"));
        yaml.append(
                "# Who is the same person. Highest priority first; per_profile says how many of a kind one person may have;\n"
                        + "# shared: a family may use one, so it links only people whose names agree.\nidentifiers:\n");
        rules.forEach(rule -> yaml.append("  - ").append(rule.value()).append('\n'));
        yaml.append(
                "# Beside identifiers, who is alike enough to be one person; \"matching: off\" means identifiers alone. Once there are\n"
                        + "# records, hub identity suggest proposes both from them.\n# matching: off\n"
                        + "# Where sources disagree: most_recent, most_frequent, most_complete, or connections in the order of trust.\n"
                        + "survivorship: { default: most_recent }\n");
        return yaml.toString();
    }

    private static String traits(List<MappingAdvice> advices) {
        boolean orders = advices.stream().anyMatch(advice -> advice.target().equals("order"));
        boolean totals = advices.stream()
                .flatMap(advice -> advice.fields().stream())
                .anyMatch(field -> field.used() && field.field().equals("total"));
        String mark = orders ? "" : "# ";
        return Schemas.line("traits", "config/traits.yaml")
                + "# What is computed from a person's orders and events, whichever system they came from.\n"
                + (orders && totals ? "" : "# ") + "lifetime_value: { sum: order.total }\n" + mark
                + "orders_total:   { count: order }\n" + mark + "orders_90d:     { count: order, within: 90d }\n" + mark
                + "last_order_at:  { latest: order.time }\n";
    }

    private static String route(MappingAdvice advice) {
        return Schemas.line("route", "routes/" + advice.name() + ".camel.yaml")
                + """
                # Pulls what is new or changed, and keeps it. every: so long after the last run ended; or cron: "0 0 2 * * ?".
                - route:
                    id: %s
                    from:
                      uri: hub:pull/%s
                      parameters: { every: 15m }
                      steps:
                        - to: { uri: hub:ingest/%s }
                """.formatted(advice.name(), advice.stream(), advice.name());
    }
}
