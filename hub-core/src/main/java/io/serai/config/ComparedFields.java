package io.serai.config;

import io.serai.identity.compare.Kind;
import io.serai.identity.match.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads {@code compare:}, a list of names and of maps with {@code field} and {@code kind}. Used once. */
final class ComparedFields {

    private static final Map<String, Kind> WORDS = FieldKinds.words();

    private final Reading reading;
    private final Map<String, Position> seen = new HashMap<>();

    ComparedFields(Reading reading) {
        this.reading = reading;
    }

    /** The fields of {@code compare:}; empty when it is not written. */
    Optional<List<Field>> read(Section matching) {
        List<Field> fields = new ArrayList<>();
        int before = reading.problems().errors();
        for (YamlNode item : matching.items("compare")) {
            field(item).ifPresent(fields::add);
        }
        if (!matching.has("compare")) {
            return Optional.empty();
        }
        if (fields.isEmpty() && reading.problems().errors() == before) {
            reading.problems()
                    .error(
                            matching.at("compare"),
                            "There is nothing to compare.",
                            "Name traits such as first_name, or take compare: away for the usual ones.");
        }
        return Optional.of(List.copyOf(fields));
    }

    private Optional<Field> field(YamlNode item) {
        if (item instanceof YamlMap) {
            Section block =
                    Section.of(item, "a compared field", reading.problems()).require("field");
            Optional<String> name = block.text("field");
            Optional<Kind> kind = kind(block);
            boolean told = block.has("kind");
            block.finish();
            return name.flatMap(field -> add(field, block.at("field"), told, kind));
        }
        if (item instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.TEXT) {
            return add(scalar.text(), scalar.position(), false, Optional.empty());
        }
        reading.problems()
                .error(
                        item.position(),
                        "A compared field must be the name of a trait, not " + item.shown() + ".",
                        "Write a name such as first_name, or { field: shoe_size, kind: number }.");
        return Optional.empty();
    }

    private Optional<Kind> kind(Section block) {
        return block.text("kind").flatMap(word -> {
            Kind kind = WORDS.get(word);
            if (kind == null) {
                reading.problems()
                        .error(
                                block.at("kind"),
                                "\"kind\" cannot be \"" + word + "\".",
                                Suggestion.nearest(word, WORDS.keySet())
                                        .map(near -> "Did you mean \"" + near + "\"?")
                                        .orElse("Known are: " + String.join(", ", new TreeSet<>(WORDS.keySet()))
                                                + "."));
            }
            return Optional.ofNullable(kind);
        });
    }

    private Optional<Field> add(String name, Position position, boolean told, Optional<Kind> kind) {
        Position first = seen.putIfAbsent(name, position);
        if (first != null) {
            reading.problems()
                    .error(
                            position,
                            "\"" + name + "\" is compared twice.",
                            "It is already on line " + first.line() + ".");
            return Optional.empty();
        }
        reading.refer(Reference.Kind.FILLED, name, position);
        if (told) {
            return kind.map(known -> new Field(name, known));
        }
        Optional<Kind> known = FieldKinds.of(name);
        if (known.isEmpty()) {
            reading.untold(name, position);
        }
        return known.map(found -> new Field(name, found));
    }
}
