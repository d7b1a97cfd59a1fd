package io.serai;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What belongs together, worked out in the plainest way, to compare the hub with. */
final class UnionFind {

    private final Map<String, String> parents = new HashMap<>();

    void add(String thing) {
        parents.putIfAbsent(thing, thing);
    }

    void join(String left, String right) {
        add(left);
        add(right);
        parents.put(root(left), root(right));
    }

    String root(String thing) {
        String at = thing;
        while (!parents.get(at).equals(at)) {
            at = parents.get(at);
        }
        return at;
    }

    /** The groups of the things that start so, each and all sorted. */
    List<List<String>> groups(String prefix) {
        Map<String, TreeSet<String>> groups = new HashMap<>();
        parents.keySet().stream().filter(thing -> thing.startsWith(prefix)).forEach(thing -> groups.computeIfAbsent(
                        root(thing), root -> new TreeSet<>())
                .add(thing));
        List<List<String>> sorted = new ArrayList<>();
        groups.values().forEach(group -> sorted.add(List.copyOf(group)));
        sorted.sort((left, right) -> left.get(0).compareTo(right.get(0)));
        return sorted;
    }
}
