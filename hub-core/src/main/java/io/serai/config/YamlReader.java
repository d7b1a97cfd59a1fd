package io.serai.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads one YAML 1.2 document into a tree with positions. It stops at SnakeYAML Engine's composer: nothing is ever
 * constructed from a file but maps, lists and scalars. Placeholders stay as written; see {@link Placeholders}.
 */
public final class YamlReader {

    private YamlReader() {}

    /**
     * Reads a file.
     *
     * @param file the name that positions carry
     * @param bytes the content
     * @param problems where mistakes go
     * @return the tree; a scalar of kind {@code NULL} for a file without content; empty when there is an error
     */
    public static Optional<YamlNode> read(String file, byte[] bytes, Problems problems) {
        return YamlText.decode(file, bytes, problems).flatMap(text -> parse(file, text, problems));
    }

    private static Optional<YamlNode> parse(String file, String text, Problems problems) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(new CoreSchema())
                .setAllowDuplicateKeys(true)
                .setAllowNonScalarKeys(true)
                .setCodePointLimit(YamlText.MOST_BYTES)
                .build();
        try {
            var parser = new DepthLimitedParser(new ParserImpl(settings, new StreamReader(settings, text)));
            var documents = new Composer(settings, parser);
            if (!documents.hasNext()) {
                return Optional.of(new YamlScalar(new Position(file, 1, 1), YamlScalar.Kind.NULL, "", ""));
            }
            Node first = documents.next();
            if (documents.hasNext()) {
                Node second = documents.next();
                problems.error(
                        YamlTree.position(file, second),
                        "A second YAML document starts here.",
                        "A file holds one; take the line with --- away or split the file.");
                return Optional.empty();
            }
            return new YamlTree(file, problems).convert(first);
        } catch (MarkedYamlEngineException e) {
            problems.add(YamlSyntax.problem(file, text, e));
        } catch (ReaderException e) {
            problems.error(
                    YamlText.at(
                            file,
                            text,
                            text.offsetByCodePoints(
                                    0, Math.min(e.getPosition(), text.codePointCount(0, text.length())))),
                    "The invisible character U+" + String.format("%04X", e.getCodePoint()) + " is not allowed.",
                    "Delete it.");
        } catch (YamlEngineException e) {
            problems.error(new Position(file, 1, 1), "The file is not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }
}
