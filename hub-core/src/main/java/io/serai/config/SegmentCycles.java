package io.serai.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A segment must not contain itself, directly or through others. Each cycle is reported once. */
final class SegmentCycles {

    private final Map<String, List<Reference>> uses = new TreeMap<>();
    private final Problems problems;
    private final Set<String> done = new HashSet<>();
    private final Deque<String> path = new ArrayDeque<>();

    SegmentCycles(Problems problems) {
        this.problems = problems;
    }

    /** The segments that a segment names. */
    void add(String segment, List<Reference> references) {
        uses.put(
                segment,
                references.stream()
                        .filter(reference -> reference.kind() == Reference.Kind.SEGMENT)
                        .toList());
    }

    void check() {
        uses.keySet().forEach(this::visit);
    }

    private void visit(String segment) {
        if (done.contains(segment)) {
            return;
        }
        path.addLast(segment);
        for (Reference used : uses.getOrDefault(segment, List.of())) {
            if (path.contains(used.name())) {
                report(used);
            } else {
                visit(used.name());
            }
        }
        path.removeLast();
        done.add(segment);
    }

    private void report(Reference closing) {
        List<String> circle = new ArrayList<>(path);
        circle = circle.subList(circle.indexOf(closing.name()), circle.size());
        String way = String.join(" > ", circle) + " > " + closing.name();
        problems.error(
                closing.position(),
                "The segment \"" + closing.name() + "\" contains itself"
                        + (circle.size() == 1 ? "." : ": " + way + "."),
                "Take one of these rules away.");
    }
}
