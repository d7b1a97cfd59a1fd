package io.serai.segment;

import com.dynatrace.hash4j.hashing.Hashing;
import io.serai.profile.TraitDefinition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeSet;

/** What a segment means with all that it refers to: a hash of it, and whether its members change as time passes or with others. */
final class Meaning {

    private final Asking asking;
    private final Map<String, TraitDefinition> traits;
    private final TreeSet<String> said = new TreeSet<>();
    private final Deque<String> open = new ArrayDeque<>();
    private boolean moves;
    private boolean oneOfEach;

    Meaning(Asking asking, Map<String, TraitDefinition> traits, String segment) {
        this.asking = asking;
        this.traits = traits;
        open.add(segment);
        TreeSet<String> known = new TreeSet<>();
        while (!open.isEmpty()) {
            String name = open.remove();
            if (known.add(name)) {
                Segment read = asking.segment(name);
                said.add("segment " + name + " " + read.where());
                read(read.where());
                read.onePer().ifPresent(trait -> {
                    oneOfEach = true;
                    said.add("segment " + name + " one per " + trait);
                    computed(traits.get(trait));
                });
            }
        }
        said.add("zone " + asking.zone());
    }

    long definition() {
        return Hashing.xxh3_64().hashCharsToLong(String.join("\n", said));
    }

    boolean movesWithTime() {
        return moves;
    }

    /** Whether a person's answer depends on other people. */
    boolean keepsOneOfEach() {
        return oneOfEach;
    }

    private void read(Rule rule) {
        if (rule instanceof Rule.All all) {
            all.rules().forEach(this::read);
        } else if (rule instanceof Rule.Any any) {
            any.rules().forEach(this::read);
        } else if (rule instanceof Rule.Not not) {
            read(not.rule());
        } else if (rule instanceof Rule.SegmentRule segment) {
            open.add(segment.segment());
        } else if (rule instanceof Rule.TraitRule trait) {
            moves |= trait.comparison().moves();
            computed(traits.get(trait.trait()));
        } else if (rule instanceof Rule.EventRule event) {
            moves |= event.within().isPresent()
                    || event.where().stream().anyMatch(one -> one.comparison().moves());
        }
    }

    private void computed(TraitDefinition trait) {
        if (trait != null) {
            said.add("trait " + trait.name() + " " + trait.version());
            moves |= trait.within().isPresent();
        }
    }
}
