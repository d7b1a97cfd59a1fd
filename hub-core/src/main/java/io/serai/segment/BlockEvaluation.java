package io.serai.segment;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Who of a block of people satisfies rules. A segment that several rules refer to is evaluated once. */
final class BlockEvaluation {

    private final Asking asking;
    private final ProfileColumns people;
    private final Representatives representatives;
    private final Map<String, BitSet> segments = new HashMap<>();
    private final Set<String> inProgress = new LinkedHashSet<>();

    /** @param representatives of the same question */
    BlockEvaluation(Asking asking, ProfileColumns people, Representatives representatives) {
        this.asking = asking;
        this.people = people;
        this.representatives = representatives;
    }

    /** The rows of a segment's members; not to be changed. */
    BitSet members(String segment) {
        BitSet known = segments.get(segment);
        if (known != null) {
            return known;
        }
        if (!inProgress.add(segment)) {
            throw SegmentException.cycle(segment, inProgress);
        }
        BitSet rows = representing(
                asking.segment(segment), people(asking.segment(segment).where()));
        inProgress.remove(segment);
        segments.put(segment, rows);
        return rows;
    }

    private BitSet representing(Segment segment, BitSet rows) {
        if (segment.onePer().isEmpty()) {
            return rows;
        }
        Column values = people.trait(segment.onePer().get());
        BitSet chosen = (BitSet) rows.clone();
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            Object value = values.value(row);
            if (value != null && representatives.of(segment, value) != people.profileId(row)) {
                chosen.clear(row);
            }
        }
        return chosen;
    }

    /** The rows of the people for whom a rule holds. */
    BitSet people(Rule rule) {
        BitSet rows = rows(rule);
        rows.and(people.people());
        return rows;
    }

    /** The rows for which a rule holds, those of nobody among them. */
    BitSet rows(Rule rule) {
        if (rule instanceof Rule.All all) {
            return all(all);
        }
        if (rule instanceof Rule.Any any) {
            return any(any);
        }
        if (rule instanceof Rule.Not not) {
            BitSet rows = rows(not.rule());
            rows.flip(0, people.size());
            return rows;
        }
        if (rule instanceof Rule.TraitRule trait) {
            return asking.condition(trait).over(people.trait(trait.trait()));
        }
        if (rule instanceof Rule.EventRule event) {
            return events(event);
        }
        if (rule instanceof Rule.ConsentRule consent) {
            return consent(consent);
        }
        if (rule instanceof Rule.SourceRule source) {
            return Condition.EXISTS.over(people.trait("source." + source.connection()));
        }
        return (BitSet) members(((Rule.SegmentRule) rule).segment()).clone();
    }

    private BitSet all(Rule.All all) {
        BitSet rows = new BitSet(people.size());
        rows.set(0, people.size());
        for (Rule rule : all.rules()) {
            if (rows.isEmpty()) {
                break;
            }
            rows.and(rows(rule));
        }
        return rows;
    }

    private BitSet any(Rule.Any any) {
        BitSet rows = new BitSet(people.size());
        for (Rule rule : any.rules()) {
            if (rows.cardinality() == people.size()) {
                break;
            }
            rows.or(rows(rule));
        }
        return rows;
    }

    private BitSet events(Rule.EventRule rule) {
        int[] counts = people.events(asking.query(rule));
        BitSet rows = new BitSet(people.size());
        for (int row = 0; row < counts.length; row++) {
            if (rule.times().hold(counts[row], rule.count())) {
                rows.set(row);
            }
        }
        return rows;
    }

    private BitSet consent(Rule.ConsentRule rule) {
        return people.trait("consent." + rule.channel())
                .where(
                        said -> Rule.Consent.of(said instanceof String text ? text : null) == rule.is(),
                        Rule.Consent.of(null) == rule.is());
    }
}
