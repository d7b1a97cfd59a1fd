package io.serai.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps the edges of the identity graph what the model says of the live signatures: two have one when they share a key that
 * is not crowded and their weight reaches the floor.
 */
final class EdgeStep {

    /** How many signatures are compared with their candidates at a time. */
    private static final int CHUNK = 250;

    private final Likeness likeness;
    private final MatchIndex index;
    private final Weighing weighing;
    private final Map<Long, long[]> keysOf = new HashMap<>();
    private final Map<Long, long[]> bearers = new HashMap<>();
    private final Set<Long> crowded = new HashSet<>();
    private final Set<MatchEdge> gone = new HashSet<>();
    private final Set<MatchEdge> come = new HashSet<>();

    EdgeStep(Likeness likeness, MatchIndex index, Masks masks, Surroundings around) {
        this.likeness = likeness;
        this.index = index;
        weighing = new Weighing(likeness, index, masks, around);
    }

    /**
     * Brings the edges up to date.
     *
     * @param appeared signatures that are live now and were not
     * @param disappeared signatures that were live and are no longer
     * @param changed live signatures of which something counts that did not, or no longer
     */
    void run(Collection<Signature> appeared, Collection<Signature> disappeared, Collection<Signature> changed) {
        Map<Long, long[]> fresh = keys(appeared);
        Map<Long, long[]> dead = keys(disappeared);
        keys(changed);
        index.addKeys(fresh);
        index.removeKeys(dead);
        Set<Long> renewed = new LinkedHashSet<>(fresh.keySet());
        changed.forEach(signature -> renewed.add(signature.id()));
        Set<Long> lost = new HashSet<>(dead.keySet());
        changed.forEach(signature -> lost.add(signature.id()));
        Crowds crowds = count(renewed, dead);
        gone.addAll(index.edges(lost));
        leave(crowds.newly(), renewed);
        compare(renewed, (id, other) -> id < other || id > other && !renewed.contains(other));
        meet(crowds.released());
        Set<MatchEdge> same = new HashSet<>(gone);
        same.retainAll(come);
        gone.removeAll(same);
        come.removeAll(same);
        index.replace(sorted(gone), sorted(come));
        index.crowd(crowds.newly(), crowds.released());
    }

    /**
     * Writes the edges of signatures without any; keys are written and counted already.
     *
     * @param some of them
     * @param all of them: two of these are compared once
     */
    void compare(Collection<Long> some, Set<Long> all) {
        weighing.load(new HashSet<>(some));
        Set<Long> keys = new HashSet<>();
        some.forEach(id -> Arrays.stream(keys(id, weighing.said(id))).forEach(keys::add));
        crowded.addAll(index.crowded(keys));
        keys.removeAll(crowded);
        bearers.putAll(index.bearers(keys, Integer.MAX_VALUE));
        compare(some, (id, other) -> other > id || other < id && !all.contains(other));
        index.replace(List.of(), sorted(come));
    }

    /** Whether a pair is to be compared from its first end. */
    private interface Turn {
        boolean isOf(long id, long other);
    }

    private record Crowds(Set<Long> newly, Set<Long> released) {}

    /** Ends of edges that have come or gone; dead signatures among them. */
    Set<Long> touched() {
        Set<Long> touched = new LinkedHashSet<>();
        for (Set<MatchEdge> edges : List.of(gone, come)) {
            edges.forEach(edge -> {
                touched.add(edge.left());
                touched.add(edge.right());
            });
        }
        return touched;
    }

    /** Whether somebody is no longer linked as before. */
    boolean shrank() {
        return !gone.isEmpty();
    }

    private static Collection<MatchEdge> sorted(Set<MatchEdge> edges) {
        TreeSet<MatchEdge> sorted = new TreeSet<>(MatchEdge.ORDER);
        sorted.addAll(edges);
        return sorted;
    }

    private Map<Long, long[]> keys(Collection<Signature> signatures) {
        Map<Long, long[]> keys = new HashMap<>();
        for (Signature signature : signatures) {
            weighing.know(signature);
            keys.put(signature.id(), keys(signature.id(), signature.said()));
        }
        keys.values().removeIf(none -> none.length == 0);
        return keys;
    }

    private long[] keys(long id, List<String> saying) {
        return keysOf.computeIfAbsent(
                id,
                key -> saying.isEmpty()
                        ? new long[0]
                        : Arrays.stream(likeness.keys(likeness.portrait(saying)))
                                .sorted()
                                .distinct()
                                .toArray());
    }

    private Crowds count(Set<Long> renewed, Map<Long, long[]> dead) {
        Set<Long> grown = new HashSet<>();
        renewed.forEach(id -> Arrays.stream(keysOf.get(id)).forEach(grown::add));
        Set<Long> shrunk = new HashSet<>();
        dead.values().forEach(keys -> Arrays.stream(keys).forEach(shrunk::add));
        Set<Long> all = new HashSet<>(grown);
        all.addAll(shrunk);
        crowded.addAll(index.crowded(all));
        Set<Long> counted = new HashSet<>(grown);
        counted.removeAll(crowded);
        Set<Long> fewer = new HashSet<>(shrunk);
        fewer.retainAll(crowded);
        counted.addAll(fewer);
        int limit = likeness.blockLimit();
        bearers.putAll(index.bearers(counted, limit + 1));
        Set<Long> newly = new HashSet<>();
        Set<Long> released = new HashSet<>();
        for (long key : counted) {
            boolean isCrowded = bearers.getOrDefault(key, new long[0]).length > limit;
            if (isCrowded && crowded.add(key)) {
                newly.add(key);
            } else if (!isCrowded && crowded.remove(key)) {
                released.add(key);
            }
        }
        return new Crowds(newly, released);
    }

    /** Old bearers of a key that is crowded from now on lose the edges that no other key holds. */
    private void leave(Set<Long> newly, Set<Long> renewed) {
        if (newly.isEmpty()) {
            return;
        }
        Map<Long, Set<Long>> keysOfBearer = new HashMap<>();
        index.bearers(newly, Integer.MAX_VALUE).forEach((key, ids) -> {
            for (long id : ids) {
                if (!renewed.contains(id)) {
                    keysOfBearer.computeIfAbsent(id, one -> new HashSet<>()).add(key);
                }
            }
        });
        List<MatchEdge> doubtful = index.edges(keysOfBearer.keySet()).stream()
                .filter(edge -> shareOne(keysOfBearer.get(edge.left()), keysOfBearer.get(edge.right())))
                .filter(edge -> !gone.contains(edge))
                .toList();
        Set<Long> ends = new HashSet<>();
        doubtful.forEach(edge -> {
            ends.add(edge.left());
            ends.add(edge.right());
        });
        Set<Long> released = new HashSet<>(bearers.keySet());
        released.removeAll(crowded);
        weighing.load(ends);
        Set<Long> keys = new HashSet<>();
        ends.forEach(id -> Arrays.stream(keys(id, weighing.said(id))).forEach(keys::add));
        Set<Long> closed = index.crowded(keys);
        closed.removeAll(released);
        closed.addAll(crowded);
        for (MatchEdge edge : doubtful) {
            Set<Long> open = new HashSet<>();
            Arrays.stream(keysOf.get(edge.left())).forEach(open::add);
            open.removeAll(closed);
            if (Arrays.stream(keysOf.get(edge.right())).noneMatch(open::contains)) {
                gone.add(edge);
            }
        }
    }

    private static boolean shareOne(Set<Long> left, Set<Long> right) {
        return left != null && right != null && left.stream().anyMatch(right::contains);
    }

    /** Compares signatures with all that share a key with them. */
    private void compare(Collection<Long> some, Turn turn) {
        List<Long> all = List.copyOf(some);
        for (int from = 0; from < all.size(); from += CHUNK) {
            Map<Long, Set<Long>> candidates = new HashMap<>();
            for (long id : all.subList(from, Math.min(all.size(), from + CHUNK))) {
                Set<Long> others = new HashSet<>();
                for (long key : keysOf.get(id)) {
                    if (!crowded.contains(key)) {
                        for (long other : bearers.getOrDefault(key, new long[0])) {
                            others.add(other);
                        }
                    }
                }
                others.removeIf(other -> !turn.isOf(id, other));
                candidates.put(id, others);
            }
            come.addAll(weighing.edges(candidates, keysOf.keySet()));
        }
    }

    /** Compares all bearers of keys that are no longer crowded with one another. */
    private void meet(Set<Long> released) {
        for (long key : released) {
            Map<Long, Set<Long>> candidates = new HashMap<>();
            long[] ids = bearers.getOrDefault(key, new long[0]);
            for (long id : ids) {
                Set<Long> others = new HashSet<>();
                Arrays.stream(ids).filter(other -> other > id).forEach(others::add);
                candidates.put(id, others);
            }
            come.addAll(weighing.edges(candidates, keysOf.keySet()));
        }
    }
}
