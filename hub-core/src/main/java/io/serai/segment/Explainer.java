package io.serai.segment;

import io.serai.profile.Amount;
import io.serai.profile.ProfileId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells of one person which rules hold, and what was found. */
final class Explainer {

    private final Asking asking;
    private final ProfileColumns person;
    private final Representatives representatives;
    private final BlockEvaluation evaluation;
    private final Set<String> inProgress = new LinkedHashSet<>();

    /**
     * @param person a block of one
     * @param representatives of the same question
     */
    Explainer(Asking asking, ProfileColumns person, Representatives representatives) {
        this.asking = asking;
        this.person = person;
        this.representatives = representatives;
        this.evaluation = new BlockEvaluation(asking, person, representatives);
    }

    Explanation segment(String name) {
        if (!inProgress.add(name)) {
            throw SegmentException.cycle(name, inProgress);
        }
        Segment segment = asking.segment(name);
        Explanation explanation = explain(segment.where());
        inProgress.remove(name);
        return segment.onePer().isEmpty() ? explanation : onePer(segment, explanation);
    }

    private Explanation onePer(Segment segment, Explanation where) {
        String trait = segment.onePer().get();
        Object value = person.trait(trait).value(0);
        long chosen = value == null ? person.profileId(0) : representatives.of(segment, value);
        boolean stays = chosen == person.profileId(0);
        String because;
        if (value == null) {
            because = trait + " is missing, so nobody else stands for the person";
        } else {
            because = trait + " is " + shown(value) + ", which "
                    + (chosen == 0 ? "nobody here represents" : ProfileId.text(chosen) + " represents");
        }
        Explanation one = new Explanation("one per " + trait, stays, because, List.of());
        boolean holds = where.holds() && stays;
        long count = (where.holds() ? 1 : 0) + (stays ? 1 : 0);
        return new Explanation(segment.sentence(), holds, count + " of 2 rules hold, needs all", List.of(where, one));
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

    private static String shown(Object found) {
        return found instanceof Number number ? Amount.text(number) : "\"" + found + "\"";
    }

    private String trait(Rule.TraitRule rule) {
        Object found = person.trait(rule.trait()).value(0);
        String is;
        if (found == null) {
            is = asking.counted().contains(rule.trait()) ? "is missing, which counts as 0" : "is missing";
        } else {
            is = "is " + shown(found);
        }
        return rule.trait() + " " + is + ", needs " + rule.comparison().needs();
    }
}
