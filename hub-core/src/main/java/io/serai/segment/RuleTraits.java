package io.serai.segment;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The traits that segments ask for. */
public final class RuleTraits {

    private final Set<String> traits = new TreeSet<>();

    private RuleTraits() {}

    /** The names of those that any of the segments asks for. */
    public static Set<String> of(Collection<Segment> segments) {
        RuleTraits found = new RuleTraits();
        for (Segment segment : segments) {
            found.read(segment.where());
            segment.onePer().ifPresent(found.traits::add);
        }
        return found.traits;
    }

    private void read(Rule rule) {
        if (rule instanceof Rule.All all) {
            all.rules().forEach(this::read);
        } else if (rule instanceof Rule.Any any) {
            any.rules().forEach(this::read);
        } else if (rule instanceof Rule.Not not) {
            read(not.rule());
        } else if (rule instanceof Rule.TraitRule trait) {
            traits.add(trait.trait());
        } else if (rule instanceof Rule.ConsentRule consent) {
            traits.add("consent." + consent.channel());
        } else if (rule instanceof Rule.SourceRule source) {
            traits.add("source." + source.connection());
        }
    }
}
