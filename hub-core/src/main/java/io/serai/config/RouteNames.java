package io.serai.config;

import java.util.List;
import java.util.Set;

/** What a route names besides components: classes, languages and data formats, each of which is on its list. */
final class RouteNames {

    private static final Set<String> FORMAT_OPTIONS =
            Set.of("id", "description", "note", "disabled", "allowNullBody", "variableSend", "variableReceive");

    private final Problems problems;

    RouteNames(Problems problems) {
        this.problems = problems;
    }

    /** Names of classes: plain values and Camel's own. */
    void classes(YamlNode node) {
        if (node instanceof YamlList list) {
            list.items().forEach(this::classes);
        } else if (node instanceof YamlScalar scalar
                && !scalar.isNull()
                && !scalar.written().contains("{{")
                && !RouteVocabulary.allowsClass(scalar.written().strip())) {
            problems.error(
                    scalar.position(),
                    "The class " + scalar.shown() + " is not allowed in a route.",
                    Suggestion.nearest(scalar.written(), RouteVocabulary.classes())
                            .map(near -> "Did you mean \"" + near + "\"?")
                            .orElse(
                                    "Use a plain value such as String, or an exception of java.lang, java.io, java.net or Camel."));
        }
    }

    void language(YamlNode node) {
        YamlNode name = node instanceof YamlMap map ? map.get("language").orElse(node) : node;
        if (!(name instanceof YamlScalar scalar) || !RouteVocabulary.languages().contains(scalar.text())) {
            problems.error(
                    name.position(),
                    "The language " + name.shown() + " is not allowed or not known.",
                    Suggestion.hint(name instanceof YamlScalar s ? s.text() : "", RouteVocabulary.languages()));
        }
    }

    void dataFormat(YamlNode node) {
        List<YamlEntry> entries = node instanceof YamlMap map ? map.entries() : List.of();
        Set<String> allowed = RouteVocabulary.dataFormats();
        for (YamlEntry format : entries) {
            boolean option = FORMAT_OPTIONS.contains(format.key());
            if (!option && !allowed.contains(format.key()) && !RouteSafety.isCode(format.key())) {
                problems.error(
                        format.keyPosition(),
                        "The data format \"" + format.key() + "\" is not allowed or not known.",
                        Suggestion.hint(format.key(), allowed));
            }
        }
    }
}
