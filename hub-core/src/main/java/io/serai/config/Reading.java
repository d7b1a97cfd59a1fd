package io.serai.config;

import io.serai.record.RecordHash;
import io.serai.record.TimeFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What readers of meaning share: where mistakes and references go, and the hub's zone. Not thread-safe. */
final class Reading {

    private final Problems problems;
    private final ZoneId zone;
    private final List<Reference> references = new ArrayList<>();
    private final List<Reference> expected = new ArrayList<>();
    private final List<Reference> untold = new ArrayList<>();
    private final List<StreamUse> uses = new ArrayList<>();
    private final List<TraitComparison> comparisons = new ArrayList<>();

    Reading(Problems problems, ZoneId zone) {
        this.problems = problems;
        this.zone = zone;
    }

    Problems problems() {
        return problems;
    }

    ZoneId zone() {
        return zone;
    }

    List<Reference> references() {
        return references;
    }

    /** The streams that mappings name. */
    List<StreamUse> uses() {
        return uses;
    }

    /** The comparisons that segments make. */
    List<TraitComparison> comparisons() {
        return comparisons;
    }

    /** The identifiers that some mapping should bring. */
    List<Reference> expected() {
        return expected;
    }

    /** The compared fields whose kind nobody told. */
    List<Reference> untold() {
        return untold;
    }

    void untold(String field, Position position) {
        untold.add(new Reference(Reference.Kind.FILLED, field, position));
    }

    void expect(String identifier, Position position) {
        expected.add(new Reference(Reference.Kind.IDENTIFIER, identifier, position));
    }

    void refer(Reference.Kind kind, String name, Position position) {
        references.add(new Reference(kind, name, position));
    }

    /** A zone by its name, such as Europe/London. */
    static Optional<ZoneId> zone(Section section, String key) {
        Optional<YamlScalar> written = section.scalars(key).stream().findFirst();
        return written.flatMap(scalar -> {
            try {
                return Optional.of(ZoneId.of(scalar.text()));
            } catch (DateTimeException e) {
                section.problems()
                        .error(
                                scalar.position(),
                                scalar.shown() + " is not a time zone.",
                                Suggestion.nearest(scalar.text(), ZoneId.getAvailableZoneIds())
                                        .map(zone -> "Did you mean \"" + zone + "\"?")
                                        .orElse("Write one such as Europe/London."));
                return Optional.empty();
            }
        });
    }

    /** A date or time, in the hub's zone when it names none. */
    Optional<Instant> moment(Section section, String key) {
        TimeFormat iso = new TimeFormat(Optional.empty(), zone);
        return section.typed(key, "a date or time such as 2026-01-31", text -> {
            try {
                return Optional.of(iso.moment(text));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    /** A number that changes with a meaning and not with how it is written down. */
    static long version(Object meaning) {
        return RecordHash.of(meaning.toString());
    }
}
