package io.serai.config;

import io.serai.profile.Households;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every name that the files of a home define, taken from file names and keys: a file with mistakes in it still defines its
 * names, so that one mistake is not reported in every file that uses them.
 */
final class Known {

    static final Set<String> ORDER_FIELDS = Set.of("id", "time", "total", "currency", "store");

    /** What mappings define. */
    static final Reference.Kind[] MAPPED = {
        Reference.Kind.TRAIT,
        Reference.Kind.FILLED,
        Reference.Kind.CHANNEL,
        Reference.Kind.EVENT,
        Reference.Kind.PROPERTY
    };

    private final Set<String> traits =
            new TreeSet<>(Set.of("profile_id", "created_at", Households.ID, Households.SIZE));
    private final Set<String> channels = new TreeSet<>();
    private final Set<String> identifiers = new TreeSet<>();
    private final Set<String> connections = new TreeSet<>();
    private final Set<String> segments = new TreeSet<>();
    private final Set<String> mapped = new TreeSet<>();
    private final Set<String> filled = new TreeSet<>();
    private final Map<String, Set<String>> events = new HashMap<>(Map.of("order", new TreeSet<>(ORDER_FIELDS)));
    private final Set<Reference.Kind> open = EnumSet.noneOf(Reference.Kind.class);

    /** A file that defines names of these kinds could not be read: every name is taken to exist. */
    void unreadable(Reference.Kind... kinds) {
        open.addAll(List.of(kinds));
    }

    /** Whether it is known which names of a kind exist. */
    boolean isClosed(Reference.Kind kind) {
        return !open.contains(kind);
    }

    void connection(String name) {
        connections.add(name);
        traits.add("source." + name);
    }

    void segment(String name) {
        segments.add(name);
    }

    void trait(String name) {
        traits.add(name);
    }

    void identifier(String name) {
        identifiers.add(name);
        traits.add(name);
    }

    /** The names that a file of mappings defines, whether or not it is right. */
    void mapping(YamlNode root) {
        if (!(root instanceof YamlMap file) || MappingFile.isOut(root)) {
            return;
        }
        String target = file.get("to")
                .filter(YamlScalar.class::isInstance)
                .map(to -> ((YamlScalar) to).text())
                .orElse("");
        if (file.get("fields").orElse(null) instanceof YamlMap fields) {
            switch (target) {
                case "order" ->
                    fields.entries().forEach(entry -> events.get("order").add(entry.key()));
                case "event" -> event(fields);
                case "profile" -> fields.entries().forEach(entry -> profileField(entry.key()));
                case "product" -> {}
                default -> unreadable(MAPPED);
            }
        } else {
            unreadable(MAPPED);
        }
        if (file.meant("person").orElse(null) instanceof YamlMap person) {
            person.entries().forEach(entry -> mapped.add(entry.key()));
        }
    }

    /** What a reference of some kind may name. */
    Set<String> names(Reference.Kind kind) {
        return switch (kind) {
            case TRAIT -> traits;
            case EVENT -> events.keySet();
            case PROPERTY -> properties();
            case CHANNEL -> channels;
            case SEGMENT -> segments;
            case CONNECTION -> connections;
            case IDENTIFIER -> identifiers;
            case FILLED -> filled;
        };
    }

    /** Whether a name of a kind exists, or cannot be known not to. */
    boolean has(Reference reference) {
        String name = reference.name();
        if (open.contains(reference.kind())) {
            return true;
        }
        return switch (reference.kind()) {
            case EVENT -> events.containsKey(name);
            case PROPERTY -> {
                Set<String> fields = events.get(name.substring(0, name.indexOf('.')));
                yield fields == null || fields.contains(name.substring(name.indexOf('.') + 1));
            }
            default -> names(reference.kind()).contains(name);
        };
    }

    /** The identifiers and traits that mappings bring. */
    Set<String> mapped() {
        return mapped;
    }

    private void profileField(String name) {
        traits.add(name);
        mapped.add(name);
        if (name.startsWith("consent.")) {
            channels.add(name.substring("consent.".length()));
        } else {
            filled.add(name);
        }
    }

    private void event(YamlMap fields) {
        boolean constant = fields.get("name").orElse(null) instanceof YamlMap rule
                && rule.entry("value").isPresent()
                && rule.get("value").get() instanceof YamlScalar;
        if (!constant) {
            unreadable(Reference.Kind.EVENT, Reference.Kind.PROPERTY);
            return;
        }
        String name =
                ((YamlScalar) ((YamlMap) fields.get("name").get()).get("value").get()).text();
        Set<String> properties = events.computeIfAbsent(name, event -> new TreeSet<>(Set.of("id", "time")));
        fields.entries().forEach(entry -> properties.add(entry.key()));
    }

    private Set<String> properties() {
        Map<String, Boolean> names = new TreeMap<>();
        events.forEach((event, fields) -> fields.forEach(field -> names.put(event + "." + field, true)));
        return names.keySet();
    }
}
