package io.serai.cli;

import io.serai.Hub;
import io.serai.config.FieldKinds;
import io.serai.identity.IdentifierRule;
import io.serai.identity.advice.Advice;
import io.serai.identity.advice.Advice.SuggestedField;
import io.serai.identity.advice.Advice.SuggestedIdentifier;
import io.serai.identity.advice.AdviceYaml;
import io.serai.identity.advice.Advisor;
import io.serai.profile.Survivorship;
import io.serai.profile.Survivorship.Policy;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "suggest",
        description = "Propose config/identity.yaml from the records that the hub keeps. Nothing is changed.")
final class IdentitySuggestCommand extends Common implements Callable<Integer> {

    IdentitySuggestCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (Hub hub = reading()) {
            Advisor advisor = new Advisor(
                    hub.config().identity(), FieldKinds::of, hub.config().hub().timezone());
            hub.keptRecords().each(advisor::look);
            advisor.measure();
            if (advisor.wantsNames()) {
                hub.keptRecords().each((mapping, profile, said, toProfile) -> advisor.name(said));
            }
            Advice advice = advisor.advice();
            if (advice.records() == 0) {
                throw new Refusal(
                        ExitCode.FAILED,
                        "The hub keeps no records of people yet, so there is nothing to learn from. Run a route first: hub sync ROUTE");
            }
            String yaml = AdviceYaml.of(advice, survivorship(hub.config().survivorship()));
            if (json()) {
                terminal().json(json(advice, yaml));
            } else {
                yaml.lines().forEach(terminal()::line);
                terminal()
                        .say(
                                "Nothing is changed. Put what you like of it into config/identity.yaml (not with > right onto that"
                                        + " file: the shell would empty it first); then: hub check, and hub resolve --dry-run to see what"
                                        + " it would change.");
            }
            return ExitCode.OK;
        }
    }

    private static String survivorship(Survivorship survivorship) {
        Map<String, String> policies = new LinkedHashMap<>();
        policies.put("default", policy(survivorship.standard()));
        new TreeMap<>(survivorship.byTrait()).forEach((trait, policy) -> policies.put(trait, policy(policy)));
        StringBuilder block = new StringBuilder("survivorship: {");
        policies.forEach((trait, policy) -> block.append(block.charAt(block.length() - 1) == '{' ? " " : ", ")
                .append(trait)
                .append(": ")
                .append(policy));
        return block.append(" }").toString();
    }

    private static String policy(Policy policy) {
        return policy.kind() == Survivorship.Kind.SOURCE_ORDER
                ? "[" + String.join(", ", policy.sources()) + "]"
                : policy.kind().name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> json(Advice advice, String yaml) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("records", advice.records());
        json.put("profiles", advice.profiles());
        json.put(
                "identifiers",
                advice.identifiers().stream().map(IdentitySuggestCommand::json).toList());
        json.put(
                "compare",
                advice.compared().stream().map(IdentitySuggestCommand::json).toList());
        json.put(
                "left_out",
                advice.leftOut().stream().map(IdentitySuggestCommand::json).toList());
        json.put("yaml", yaml);
        return json;
    }

    private static Map<String, Object> json(SuggestedIdentifier each) {
        IdentifierRule rule = each.rule();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", rule.name());
        json.put("normalise", rule.normalise().name().toLowerCase(Locale.ROOT));
        json.put("region", rule.region().isEmpty() ? null : rule.region());
        json.put("per_profile", rule.perProfile());
        json.put("shared", rule.shared());
        json.put("sources", each.sources());
        json.put("records", each.records());
        json.put("values", each.values());
        json.put("values_on_several_records", each.repeated());
        json.put("values_of_different_given_names", each.families());
        json.put("most_profiles_per_value", each.mostProfiles());
        json.put("most_values_per_profile", each.seenPerProfile());
        json.put(
                "overloaded",
                each.overloaded().stream()
                        .map(value -> Map.of("value", value.masked(), "given_names", value.names()))
                        .toList());
        return json;
    }

    private static Map<String, Object> json(SuggestedField field) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("field", field.name());
        json.put("kind", field.kind().name().toLowerCase(Locale.ROOT));
        json.put("filled", field.filled());
        return json;
    }
}
