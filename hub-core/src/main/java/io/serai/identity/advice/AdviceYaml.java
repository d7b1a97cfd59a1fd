package io.serai.identity.advice;

import io.serai.identity.IdentifierRule;
import io.serai.identity.advice.Advice.Overloaded;
import io.serai.identity.advice.Advice.SuggestedField;
import io.serai.identity.advice.Advice.SuggestedIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes advice as a {@code config/identity.yaml} whose comments say why. */
public final class AdviceYaml {

    private AdviceYaml() {}

    /**
     * The file.
     *
     * @param advice what the records suggest
     * @param survivorship the block to keep, as one line of YAML; empty for none
     */
    public static String of(Advice advice, String survivorship) {
        StringBuilder yaml = new StringBuilder("# yaml-language-server: $schema=../schemas/identity.json\n");
        yaml.append("# Who is the same person: suggested from ")
                .append(count(advice.records(), "record"))
                .append(", which are ")
                .append(count(advice.profiles(), "profile"))
                .append(" today.\n");
        if (advice.identifiers().isEmpty()) {
            yaml.append("# No mapped field looks like an identifier: matching alone decides.\nidentifiers: []\n");
        } else {
            yaml.append("# Strongest first. per_profile: the most values of one person.\nidentifiers:\n");
            advice.identifiers().forEach(identifier -> identifier(yaml, identifier));
        }
        matching(yaml, advice);
        if (!survivorship.isEmpty()) {
            yaml.append(survivorship).append('\n');
        }
        return yaml.toString();
    }

    private static void identifier(StringBuilder yaml, SuggestedIdentifier each) {
        IdentifierRule rule = each.rule();
        yaml.append("  # ").append(measured(each)).append('\n');
        if (each.families() > 0) {
            yaml.append("  # ")
                    .append(rule.shared() ? "shared: " : "not shared: ")
                    .append(each.families())
                    .append(" of ")
                    .append(count(each.repeated(), "value"))
                    .append(" on several records ")
                    .append(each.families() == 1 ? "is" : "are")
                    .append(" on people of different given names")
                    .append(rule.shared() ? ", so it links only where names agree\n" : "\n");
        }
        for (Overloaded value : each.overloaded()) {
            yaml.append("  # ")
                    .append(comment(value.masked()))
                    .append(" is on people of ")
                    .append(value.names())
                    .append(" given names: it links nobody, and is no trait once it stands under ignore:\n");
        }
        List<String> keys = new ArrayList<>(List.of("name: " + rule.name(), "per_profile: " + rule.perProfile()));
        if (rule.normalise() != IdentifierRule.Kind.ID
                || List.of("email", "phone").contains(rule.name())) {
            keys.add("normalise: " + rule.normalise().name().toLowerCase(Locale.ROOT));
        }
        if (!rule.region().isEmpty()) {
            keys.add("region: " + (rule.region().equals("NO") ? "\"NO\"" : rule.region()));
        }
        if (rule.shared()) {
            keys.add("shared: true");
        }
        if (rule.maxPeople() != IdentifierRule.DEFAULT_MAX_PEOPLE) {
            keys.add("max_people: " + rule.maxPeople());
        }
        if (!rule.ignore().isEmpty()) {
            keys.add("ignore: "
                    + rule.ignore().stream().map(AdviceYaml::quoted).collect(Collectors.joining(", ", "[", "]")));
        }
        yaml.append("  - { ").append(String.join(", ", keys)).append(" }\n");
    }

    private static String measured(SuggestedIdentifier each) {
        return count(each.records(), "record") + " of " + String.join(", ", each.sources()) + ", "
                + count(each.values(), "value") + "; at most " + each.seenPerProfile()
                + " in a profile, and a value on at most " + count(each.mostProfiles(), "profile");
    }

    private static void matching(StringBuilder yaml, Advice advice) {
        if (advice.compared().size() < 2) {
            yaml.append("matching: off                      # there is too little to compare beside identifiers\n");
            return;
        }
        yaml.append(
                "# Compared beside the identifiers: how many of the records to profile say each.\nmatching:\n  compare:\n");
        for (SuggestedField field : advice.compared()) {
            String item = field.usual()
                    ? field.name()
                    : "{ field: " + field.name() + ", kind: "
                            + field.kind().name().toLowerCase(Locale.ROOT) + " }";
            yaml.append(String.format(Locale.ROOT, "    - %-33s # %s\n", item, percent(field.filled())));
        }
        for (SuggestedField field : advice.leftOut()) {
            yaml.append("    # ")
                    .append(field.name())
                    .append(" is left out: ")
                    .append(percent(field.filled()))
                    .append(" say it\n");
        }
        yaml.append(
                "  merge_above: 0.99                  # at or over: one person; between the two: hub review list\n");
        yaml.append("  review_above: 0.80\n");
    }

    private static String percent(double part) {
        return part > 0 && part < 0.01 ? "under 1 %" : String.format(Locale.ROOT, "%.0f %%", part * 100);
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** A comment ends with its line: no value may end it sooner. */
    private static String comment(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + '"';
    }
}
