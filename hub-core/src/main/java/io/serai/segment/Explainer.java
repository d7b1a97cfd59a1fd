package io.serai.segment;

import io.serai.profile.Amount;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells of one person which rules hold, and what was found. */
final class Explainer {

    private final Asking asking;
    private final ProfileColumns person;
    private final BlockEvaluation evaluation;
    private final Set<String> inProgress = new LinkedHashSet<>();

    /** @param person a block of one */
    Explainer(Asking asking, ProfileColumns person) {
        this.asking = asking;
        this.person = person;
        this.evaluation = new BlockEvaluation(asking, person);
    }

    Explanation segment(String name) {
        if (!inProgress.add(name)) {
            throw SegmentException.cycle(name, inProgress);
        }
        Explanation explanation = explain(asking.segment(name).where());
        inProgress.remove(name);
        return explanation;
    }

    private Explanation explain(Rule rule) {
        boolean holds = evaluation.rows(rule).get(0);
        List<Explanation> parts = parts(rule);
        return new Explanation(rule.sentence(), holds, because(rule, parts), parts);
    }

    private List<Explanation> parts(Rule rule) {
        if (rule instanceof Rule.All all) {
            return all.rules().stream().map(this::explain).toList();
        }
        if (rule instanceof Rule.Any any) {
            return any.rules().stream().map(this::explain).toList();
        }
        if (rule instanceof Rule.Not not) {
            return List.of(explain(not.rule()));
        }
        return rule instanceof Rule.SegmentRule segment ? List.of(segment(segment.segment())) : List.of();
    }

    private String because(Rule rule, List<Explanation> parts) {
        if (rule instanceof Rule.All || rule instanceof Rule.Any) {
            long holding = parts.stream().filter(Explanation::holds).count();
            return holding + " of " + Words.amount(parts.size(), "rule") + " hold" + (parts.size() == 1 ? "s" : "")
                    + ", needs " + (rule instanceof Rule.All ? "all" : "one");
        }
        if (rule instanceof Rule.TraitRule trait) {
            return trait(trait);
        }
        if (rule instanceof Rule.EventRule event) {
            int count = person.events(asking.query(event))[0];
            return "has " + count + " " + Words.entries(event) + ", needs " + Words.times(event);
        }
        if (rule instanceof Rule.ConsentRule consent) {
            String found = person.trait("consent." + consent.channel()).text(0);
            return "consent " + consent.channel() + " is "
                    + Rule.Consent.of(found).word() + ", needs " + consent.is().word();
        }
        return rule.sentence();
    }

    private String trait(Rule.TraitRule rule) {
        Object found = person.trait(rule.trait()).value(0);
        String is;
        if (found == null) {
            is = asking.counted().contains(rule.trait()) ? "is missing, which counts as 0" : "is missing";
        } else {
            is = "is " + (found instanceof Number number ? Amount.text(number) : "\"" + found + "\"");
        }
        return rule.trait() + " " + is + ", needs " + rule.comparison().needs();
    }
}
