package io.serai.segment;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Rules in plain English. */
final class Words {

    private Words() {}

    static String length(Duration length) {
        long seconds = length.toSeconds();
        if (seconds % 86_400 == 0) {
            return amount(seconds / 86_400, "day");
        }
        if (seconds % 3_600 == 0) {
            return amount(seconds / 3_600, "hour");
        }
        return seconds % 60 == 0 ? amount(seconds / 60, "minute") : amount(seconds, "second");
    }

    static String amount(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** "a and b"; nested groups in brackets. */
    static String join(List<Rule> rules, String word, String whenEmpty) {
        if (rules.isEmpty()) {
            return whenEmpty;
        }
        return rules.stream()
                .map(rule -> rules.size() == 1 ? rule.sentence() : grouped(rule))
                .collect(Collectors.joining(" " + word + " "));
    }

    static String grouped(Rule rule) {
        boolean group = rule instanceof Rule.All || rule instanceof Rule.Any;
        return group ? "(" + rule.sentence() + ")" : rule.sentence();
    }

    static String event(Rule.EventRule rule) {
        return times(rule) + " " + entries(rule);
    }

    /** "no", "at least 2". */
    static String times(Rule.EventRule rule) {
        if (rule.times() != Rule.Times.AT_LEAST && rule.count() == 0) {
            return "no";
        }
        return rule.times().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + rule.count();
    }

    /** "order with store is "York" within 90 days". */
    static String entries(Rule.EventRule rule) {
        StringBuilder text = new StringBuilder(rule.event());
        if (!rule.where().isEmpty()) {
            text.append(rule.where().stream()
                    .map(one -> one.property() + " " + one.comparison().sentence())
                    .collect(Collectors.joining(" and ", " with ", "")));
        }
        rule.within().ifPresent(within -> text.append(" within ").append(length(within)));
        rule.since().ifPresent(since -> text.append(" since ").append(since));
        return text.toString();
    }
}
