package io.serai.config;

import java.util.HashMap;
import java.util.Map;

/**
 * Where each part of a block of settings stands, by path: {@code streams.sales.key}, {@code streams.cards.key[0]}; the block
 * itself is the empty path.
 *
 * @param values where values start
 * @param keys where keys start
 */
public record Places(Map<String, Position> values, Map<String, Position> keys) {

    public Places {
        values = Map.copyOf(values);
        keys = Map.copyOf(keys);
    }

    /** Of a block and all that is in it. */
    static Places of(YamlNode block) {
        Map<String, Position> values = new HashMap<>();
        Map<String, Position> keys = new HashMap<>();
        collect("", block, values, keys);
        return new Places(values, keys);
    }

    /** Where the value at the path starts; the nearest written level above it when it is missing. */
    public Position value(String path) {
        String level = path;
        while (!values.containsKey(level)) {
            level = parent(level);
        }
        return values.get(level);
    }

    /** Where the key at the end of the path stands; as {@link #value} when it has none. */
    public Position key(String path) {
        Position key = keys.get(path);
        return key == null ? value(path) : key;
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }

    private static void collect(String path, YamlNode node, Map<String, Position> values, Map<String, Position> keys) {
        values.put(path, node.position());
        if (node instanceof YamlMap map) {
            for (YamlEntry entry : map.entries()) {
                String inner = path.isEmpty() ? entry.key() : path + "." + entry.key();
                keys.put(inner, entry.keyPosition());
                collect(inner, entry.value(), values, keys);
            }
        } else if (node instanceof YamlList list) {
            for (int i = 0; i < list.items().size(); i++) {
                collect(path + "[" + i + "]", list.items().get(i), values, keys);
            }
        }
    }
}
