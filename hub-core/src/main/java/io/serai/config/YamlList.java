package io.serai.config;

import java.util.List;

/**
 * A list in a YAML file.
 *
 * @param position where its first dash or its bracket is
 * @param items in file order
 */
public record YamlList(Position position, List<YamlNode> items) implements YamlNode {

    public YamlList {
        items = List.copyOf(items);
    }

    @Override
    public String shown() {
        return "a list";
    }
}
