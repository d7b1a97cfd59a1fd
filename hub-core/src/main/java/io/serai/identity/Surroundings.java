package io.serai.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is around signatures in the identity graph: every question is put to the store once, by the batch. */
final class Surroundings {

    private final Set<String> ruleNames = new HashSet<>();
    private final SignatureIndex index;
    private final MatchIndex matches;

    private final Map<Long, Signature> signatures = new HashMap<>();
    private final Map<Identifier, long[]> bearers = new HashMap<>();
    private final Set<Identifier> asked = new HashSet<>();
    private final Set<Identifier> overloaded = new HashSet<>();
    /** Whether all values on too many people are known; null until somebody asks. */
    private Boolean allOverloaded;

    private final Map<Long, List<Decision>> decisions = new HashMap<>();
    private final Map<Long, List<MatchEdge>> edges = new HashMap<>();
    private final Map<Long, Integer> levels = new HashMap<>();

    /** @param matches null when nothing is matched */
    Surroundings(IdentityRules rules, SignatureIndex index, MatchIndex matches) {
        this.index = index;
        this.matches = matches;
        rules.identifiers().forEach(rule -> ruleNames.add(rule.name()));
    }

    void remember(Signature signature) {
        signatures.put(signature.id(), signature);
    }

    Signature signature(long id) {
        return signatures.get(id);
    }

    /** The signatures of these numbers; unknown ones are left out. */
    List<Signature> signatures(Collection<Long> ids) {
        List<Long> missing = ids.stream()
                .filter(id -> !signatures.containsKey(id))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            index.signatures(missing).forEach(this::remember);
        }
        List<Signature> found = new ArrayList<>(ids.size());
        for (long id : ids) {
            Signature signature = signatures.get(id);
            if (signature != null) {
                found.add(signature);
            }
        }
        return found;
    }

    /** The values for which there is a rule. */
    List<Identifier> linking(Signature signature) {
        for (Identifier identifier : signature.identifiers()) {
            if (!ruleNames.contains(identifier.name())) {
                return signature.identifiers().stream()
                        .filter(each -> ruleNames.contains(each.name()))
                        .toList();
            }
        }
        return signature.identifiers();
    }

    /** Those of the values that are on too many people. */
    Set<Identifier> overloaded(Collection<Identifier> values) {
        if (knowsAllOverloaded()) {
            Set<Identifier> those = new HashSet<>();
            for (Identifier value : values) {
                if (overloaded.contains(value)) {
                    those.add(value);
                }
            }
            return those;
        }
        Set<Identifier> unknown = new LinkedHashSet<>(values);
        unknown.removeAll(asked);
        if (!unknown.isEmpty()) {
            asked.addAll(unknown);
            overloaded.addAll(index.overloaded(unknown));
        }
        Set<Identifier> those = new HashSet<>(values);
        those.retainAll(overloaded);
        return those;
    }

    private boolean knowsAllOverloaded() {
        if (allOverloaded == null) {
            Optional<Set<Identifier>> all = index.fewOverloaded();
            allOverloaded = all.isPresent();
            all.ifPresent(overloaded::addAll);
        }
        return allOverloaded;
    }

    /** Whether it is known that no value is on too many people. */
    boolean noneOverloaded() {
        return knowsAllOverloaded() && overloaded.isEmpty();
    }

    boolean isOverloaded(Identifier value) {
        return overloaded.contains(value);
    }

    /** What is on too many people from this page on, and what is no longer. */
    void flip(Set<Identifier> newly, Set<Identifier> released) {
        asked.addAll(newly);
        overloaded.addAll(newly);
        overloaded.removeAll(released);
    }

    /** All values known to be on too many people so far. */
    Set<Identifier> overloaded() {
        return overloaded;
    }

    /** The live bearers of values; to be asked once for many before {@link #bearers(Identifier)}. */
    void findBearers(Collection<Identifier> values) {
        List<Identifier> missing = values.stream()
                .filter(value -> !bearers.containsKey(value))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            Map<Identifier, long[]> found = index.bearers(missing);
            missing.forEach(value -> bearers.put(value, found.getOrDefault(value, new long[0])));
        }
    }

    long[] bearers(Identifier value) {
        return bearers.get(value);
    }

    /** What people decided about signatures; to be asked once for many before {@link #decisions(long)}. */
    void findDecisions(Collection<Long> ids) {
        List<Long> missing =
                ids.stream().filter(id -> !decisions.containsKey(id)).toList();
        if (missing.isEmpty()) {
            return;
        }
        missing.forEach(id -> decisions.put(id, List.of()));
        for (Decision decision : index.decisions(missing)) {
            append(decisions, decision.left(), decision);
            append(decisions, decision.right(), decision);
        }
    }

    List<Decision> decisions(long id) {
        return decisions.get(id);
    }

    /** The edges of signatures; to be asked once for many before {@link #edges(long)}. */
    void findEdges(Collection<Long> ids) {
        if (matches == null) {
            return;
        }
        List<Long> missing = ids.stream().filter(id -> !edges.containsKey(id)).toList();
        if (missing.isEmpty()) {
            return;
        }
        missing.forEach(id -> edges.put(id, List.of()));
        Set<Long> wanted = new HashSet<>(missing);
        for (MatchEdge edge : matches.edges(missing)) {
            if (wanted.contains(edge.left())) {
                append(edges, edge.left(), edge);
            }
            if (wanted.contains(edge.right())) {
                append(edges, edge.right(), edge);
            }
        }
    }

    List<MatchEdge> edges(long id) {
        return edges.getOrDefault(id, List.of());
    }

    /** The stored levels of signatures; to be asked once for many before {@link #level}. */
    void findLevels(Collection<Long> ids) {
        List<Long> missing =
                ids.stream().filter(id -> !levels.containsKey(id)).distinct().toList();
        if (!missing.isEmpty()) {
            missing.forEach(id -> levels.put(id, 0));
            if (matches != null) {
                levels.putAll(matches.levels(missing));
            }
        }
    }

    int level(long id) {
        return levels.get(id);
    }

    long[] members(Collection<Long> profiles) {
        return index.members(profiles).values().stream()
                .flatMapToLong(Arrays::stream)
                .toArray();
    }

    private static <T> void append(Map<Long, List<T>> lists, long id, T item) {
        List<T> list = lists.get(id);
        if (list == null) {
            return;
        }
        if (list.isEmpty()) {
            list = new ArrayList<>(4);
            lists.put(id, list);
        }
        if (!list.contains(item)) {
            list.add(item);
        }
    }
}
