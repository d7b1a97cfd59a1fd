package io.serai.config;

import java.util.List;
import java.util.Optional;

/**
 * A map in a YAML file.
 *
 * @param position where its first key or its brace is
 * @param entries in file order, each key once
 */
public record YamlMap(Position position, List<YamlEntry> entries) implements YamlNode {

    public YamlMap {
        entries = List.copyOf(entries);
    }

    /** The entry of that key. */
    public Optional<YamlEntry> entry(String key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    /** The value of that key. */
    public Optional<YamlNode> get(String key) {
        return entry(key).map(YamlEntry::value);
    }

    /** The value of that key, or of one that is misspelt: it is complained about once, as unknown. */
    Optional<YamlNode> meant(String key) {
        return get(key).or(() -> entries.stream()
                .filter(entry -> Suggestion.nearest(entry.key(), List.of(key)).isPresent())
                .map(YamlEntry::value)
                .findFirst());
    }

    @Override
    public String shown() {
        return "a map";
    }
}
