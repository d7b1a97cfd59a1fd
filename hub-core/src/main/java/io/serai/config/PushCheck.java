package io.serai.config;

import io.serai.record.OutMapping;
import io.serai.record.StreamName;
import io.serai.spi.Op;
import io.serai.spi.Stream;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One {@code hub:push}: its mapping fits the stream, and the stream can do what the mode asks. */
final class PushCheck {

    private final RouteCheck.Files files;
    private final Streams streams;
    private final Problems problems;

    PushCheck(RouteCheck.Files files, Streams streams, Problems problems) {
        this.files = files;
        this.streams = streams;
        this.problems = problems;
    }

    void check(RouteEndpoint step) {
        StreamName name = new StreamName(step.parts().get(1), step.parts().get(2));
        Optional<Stream> stream = streams.find(StreamUse.written(name, step));
        mapping(step, name);
        String leave = step.parameter("on_leave").orElse("");
        if (leave.equals("untag") && step.parameter("tag").isEmpty()) {
            problems.error(
                    step.parameters().get("on_leave").place(),
                    "\"on_leave: untag\" has no tag to take off.",
                    "Add tag:.");
        }
        stream.ifPresent(known -> operations(step, known, step.parameter("mode").orElse("upsert"), leave));
    }

    private void mapping(RouteEndpoint step, StreamName to) {
        RouteEndpoint.Parameter mapping = step.parameters().get("mapping");
        if (mapping == null) {
            boolean misspelt = step.parameters().keySet().stream()
                    .anyMatch(
                            name -> Suggestion.nearest(name, Set.of("mapping")).isPresent());
            if (misspelt) {
                return;
            }
            problems.error(
                    step.position(),
                    "A push needs a mapping.",
                    fitting(to).map(name -> "Add mapping: " + name + ".").orElse("Add mapping: to its parameters."));
            return;
        }
        String name = mapping.text().strip();
        if (name.contains("{{")) {
            return;
        }
        if (!files.mappings().contains(name)) {
            problems.error(
                    mapping.place(), "\"" + name + "\" is not a mapping.", Suggestion.hint(name, files.mappings()));
        } else if (files.in().containsKey(name)) {
            problems.error(
                    mapping.place(),
                    "The mapping \"" + name + "\" leads into the hub.",
                    fitting(to)
                            .map(fits -> "\"" + fits + "\" leads there.")
                            .orElse("A push takes one with from: profile."));
        } else {
            OutMapping out = files.out().get(name);
            if (out != null && !out.to().equals(to)) {
                problems.error(
                        mapping.place(),
                        "The mapping \"" + name + "\" is to " + out.to() + ", and this step pushes to " + to + ".",
                        fitting(to).map(fits -> "\"" + fits + "\" leads there.").orElse(""));
            }
        }
    }

    private Optional<String> fitting(StreamName to) {
        return files.out().values().stream()
                .filter(mapping -> mapping.to().equals(to))
                .map(OutMapping::name)
                .findFirst();
    }

    private void operations(RouteEndpoint step, Stream stream, String mode, String leave) {
        Set<Op> able = stream.operations();
        Set<Op> missing = EnumSet.noneOf(Op.class);
        boolean upserts = able.contains(Op.UPSERT);
        if (!mode.equals("update") && !upserts && !able.contains(Op.INSERT)) {
            missing.add(mode.equals("insert") ? Op.INSERT : Op.UPSERT);
        }
        if (!mode.equals("insert") && !upserts && !able.contains(Op.UPDATE)) {
            missing.add(mode.equals("update") ? Op.UPDATE : Op.UPSERT);
        }
        Op leaving =
                switch (leave) {
                    case "remove" -> Op.DELETE;
                    case "untag" -> Op.UNTAG;
                    case "nothing" -> null;
                    default -> mode.equals("mirror") ? Op.DELETE : mode.equals("archive") ? Op.ARCHIVE : null;
                };
        if (leaving != null && !able.contains(leaving)) {
            missing.add(leaving);
        }
        if (!missing.isEmpty()) {
            String named = leave.isEmpty() || missing.stream().allMatch(op -> op != leaving) ? "mode" : "on_leave";
            Position place = step.parameters().containsKey(named)
                    ? step.parameters().get(named).place()
                    : step.position();
            problems.error(
                    place,
                    "The stream \"" + stream.name() + "\" cannot " + words(missing) + ", which "
                            + (named.equals("mode") ? "mode " + mode : "on_leave " + leave) + " needs.",
                    "It can " + words(able) + ".");
        }
    }

    private static String words(Set<Op> operations) {
        return operations.stream()
                .sorted()
                .map(operation -> operation.name().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
