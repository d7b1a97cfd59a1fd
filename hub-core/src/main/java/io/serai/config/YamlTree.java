package io.serai.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The composer's nodes to ours; aliases become copies, up to a limit. */
final class YamlTree {

    private static final int MOST_NODES = 200_000;
    private static final Set<Tag> KNOWN_TAGS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.MAP, Tag.SEQ);

    private final String file;
    private final Problems problems;
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int nodes;
    private boolean broken;

    YamlTree(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    Optional<YamlNode> convert(Node root) {
        YamlNode tree = node(root);
        return broken ? Optional.empty() : Optional.of(tree);
    }

    static Position position(String file, Node node) {
        return node.getStartMark()
                .map(mark -> new Position(file, mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(new Position(file, 1, 1));
    }

    private YamlNode node(Node node) {
        Position position = position(file, node);
        YamlNode nothing = new YamlScalar(position, YamlScalar.Kind.NULL, "", "");
        if (++nodes > MOST_NODES) {
            if (nodes == MOST_NODES + 1) {
                refuse(position, "The file grows to more than " + MOST_NODES + " values through its aliases.", "");
            }
            return nothing;
        }
        if (!KNOWN_TAGS.contains(node.getTag())) {
            refuse(position, "The tag " + node.getTag().getValue() + " is not known here.", "Take it away.");
            return nothing;
        }
        if (node instanceof ScalarNode scalar) {
            return scalar(position, scalar);
        }
        if (!open.add(node)) {
            refuse(position, "The value contains itself through an alias.", "");
            return nothing;
        }
        YamlNode converted = node instanceof SequenceNode list
                ? new YamlList(
                        position, list.getValue().stream().map(this::node).toList())
                : map(position, (MappingNode) node);
        open.remove(node);
        return converted;
    }

    private YamlNode map(Position position, MappingNode map) {
        List<YamlEntry> entries = new ArrayList<>();
        Map<String, Position> seen = new HashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            Position keyPosition = position(file, tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                refuseKey(position, tuple.getKeyNode(), keyPosition);
                continue;
            }
            Position first = seen.putIfAbsent(key.getValue(), keyPosition);
            if (first != null) {
                refuse(
                        keyPosition,
                        "The key \"" + key.getValue() + "\" stands here twice.",
                        "It is already on line " + first.line() + ".");
                continue;
            }
            entries.add(new YamlEntry(key.getValue(), keyPosition, node(tuple.getValueNode())));
        }
        return new YamlMap(position, entries);
    }

    private void refuseKey(Position outer, Node key, Position keyPosition) {
        boolean placeholder = key instanceof MappingNode inner
                && inner.getValue().size() == 1
                && inner.getValue().get(0).getKeyNode() instanceof ScalarNode name
                && name.getValue().matches("(env|file):.*");
        if (placeholder) {
            ScalarNode name = (ScalarNode) ((MappingNode) key).getValue().get(0).getKeyNode();
            broken = true;
            problems.add(YamlSyntax.unquoted(outer, "{{" + name.getValue() + "}}"));
        } else {
            refuse(keyPosition, "A key must be a name, not a map or a list.", "Quote it when it is meant as text.");
        }
    }

    private YamlNode scalar(Position position, ScalarNode node) {
        String text = node.getValue();
        return new YamlScalar(position, kind(node.getTag(), text), text, text, inset(node, text));
    }

    private static int inset(ScalarNode node, String text) {
        Optional<Mark> start = node.getStartMark();
        Optional<Mark> end = node.getEndMark();
        if (start.isEmpty()
                || end.isEmpty()
                || start.get().getLine() != end.get().getLine()) {
            return -1;
        }
        int around = end.get().getColumn() - start.get().getColumn() - text.codePointCount(0, text.length());
        return around == 0 ? 0 : around == 2 && !node.isPlain() ? 1 : -1;
    }

    private static YamlScalar.Kind kind(Tag tag, String text) {
        if (tag.equals(Tag.NULL)) {
            return YamlScalar.Kind.NULL;
        }
        if (tag.equals(Tag.BOOL)) {
            return YamlScalar.Kind.BOOLEAN;
        }
        if (tag.equals(Tag.INT)) {
            return YamlScalar.Kind.INTEGER;
        }
        boolean finite = !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1)) || text.endsWith(".");
        return tag.equals(Tag.FLOAT) && finite ? YamlScalar.Kind.DECIMAL : YamlScalar.Kind.TEXT;
    }

    private void refuse(Position position, String message, String hint) {
        broken = true;
        problems.error(position, message, hint);
    }
}
