package io.serai.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds which values are on too many people since a page, and which are no longer; before anything else is looked at. */
final class Overloading {

    /** How many bearers are loaded at a time to see whether they are too many people. */
    private static final int CHUNK = 256;

    private final IdentityRules rules;
    private final Surroundings around;
    private final Set<Identifier> newly = new HashSet<>();
    private final Set<Identifier> released = new HashSet<>();
    private final Set<Identifier> shrunk = new LinkedHashSet<>();

    Overloading(IdentityRules rules, Surroundings around) {
        this.rules = rules;
        this.around = around;
    }

    /**
     * Looks.
     *
     * @param appeared signatures that are live now and were not
     * @param rechecked live signatures of which nothing is taken for granted
     * @param disappeared signatures that were live and are no longer
     */
    void look(Collection<Signature> appeared, Collection<Signature> rechecked, Collection<Signature> disappeared) {
        Set<Identifier> grown = new LinkedHashSet<>();
        appeared.forEach(signature -> grown.addAll(around.linking(signature)));
        Set<Identifier> doubtful = new LinkedHashSet<>();
        rechecked.forEach(signature -> doubtful.addAll(around.linking(signature)));
        grown.addAll(doubtful);
        disappeared.forEach(signature -> shrunk.addAll(around.linking(signature)));
        doubtful.addAll(shrunk);
        Set<Identifier> all = new LinkedHashSet<>(grown);
        all.addAll(shrunk);
        Set<Identifier> known = around.overloaded(all);
        doubtful.retainAll(known);
        grown.removeAll(known);
        around.findBearers(grown);
        around.findBearers(doubtful);
        for (Identifier value : doubtful) {
            if (!isOnTooMany(value)) {
                released.add(value);
            }
        }
        for (Identifier value : grown) {
            if (isOnTooMany(value)) {
                newly.add(value);
            }
        }
        around.flip(newly, released);
    }

    private boolean isOnTooMany(Identifier value) {
        Optional<IdentifierRule> rule = rules.rule(value.name());
        long[] bearers = around.bearers(value);
        if (rule.isEmpty() || bearers.length <= rule.get().maxPeople()) {
            return false;
        }
        Crowd crowd = new Crowd(rules, rule.get());
        for (int from = 0; from < bearers.length; from += CHUNK) {
            int to = Math.min(bearers.length, from + CHUNK);
            List<Long> chunk = Arrays.stream(bearers, from, to).boxed().toList();
            around.signatures(chunk).forEach(crowd::add);
            if (crowd.tooMany()) {
                return true;
            }
        }
        return false;
    }

    /** Values that are on too many people now and were not. */
    Set<Identifier> newly() {
        return newly;
    }

    /** Values that were on too many people and are no longer. */
    Set<Identifier> released() {
        return released;
    }

    /** Live signatures that a value links to others as it did not before, or no longer. */
    Set<Long> touched() {
        Set<Identifier> values = new LinkedHashSet<>(shrunk);
        values.removeIf(around::isOverloaded);
        values.addAll(newly);
        values.addAll(released);
        return bearersOf(values);
    }

    /** The live signatures that bear one of the values. */
    Set<Long> bearersOf(Collection<Identifier> values) {
        around.findBearers(values);
        Set<Long> bearers = new LinkedHashSet<>();
        for (Identifier value : values) {
            for (long bearer : around.bearers(value)) {
                bearers.add(bearer);
            }
        }
        return bearers;
    }
}
