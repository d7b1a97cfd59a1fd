package io.serai.config;

import io.serai.config.catalog.CamelCatalog;
import io.serai.config.catalog.Definition;
import io.serai.config.catalog.Definition.Key;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What stands behind the keys of a step: of the type that Camel gives it, and installed. */
final class StepValues {

    private static final Set<String> DURATIONS = Set.of(
            "timeout",
            "completionTimeout",
            "completionInterval",
            "completionTimeoutCheckerInterval",
            "samplePeriod",
            "redeliveryDelay",
            "maximumRedeliveryDelay");

    private final CamelCatalog catalog;
    private final Problems problems;

    StepValues(CamelCatalog catalog, Problems problems) {
        this.catalog = catalog;
        this.problems = problems;
    }

    void simple(YamlScalar scalar, boolean predicate) {
        if (!scalar.written().contains("{{")) {
            SimpleText.mistake(scalar.written(), predicate, catalog.simpleFunctions())
                    .ifPresent(wrong -> problems.error(scalar.at(wrong.index()), wrong.message(), wrong.hint()));
        }
    }

    void typed(YamlEntry entry, YamlScalar scalar, Key key) {
        String text = scalar.written().strip();
        if (scalar.isNull() || text.contains("{{") || text.contains("${") || text.startsWith("#")) {
            return;
        }
        boolean duration = key.type().equals("string") && DURATIONS.contains(entry.key());
        Optional<String> wrong = key.choices().isEmpty()
                ? OptionText.mistake(duration ? "duration" : key.type(), text)
                : Optional.empty();
        if (!key.choices().isEmpty() && !OptionText.isOneOf(text, key.choices())) {
            problems.error(
                    scalar.position(),
                    "\"" + entry.key() + "\" cannot be " + scalar.shown() + ".",
                    Suggestion.hint(text, key.choices()));
        }
        wrong.ifPresent(wanted -> problems.error(
                scalar.position(), "\"" + entry.key() + "\" must be " + wanted + ", not " + scalar.shown() + ".", ""));
    }

    void installed(String outer, YamlEntry inner, Definition definition) {
        boolean format = RouteSafety.FORMATTING.contains(outer)
                && RouteVocabulary.dataFormats().contains(inner.key())
                && !catalog.hasDataFormat(library(inner));
        boolean language = definition.holdsExpression()
                && definition.choices().stream().anyMatch(choice -> choice.contains(inner.key()))
                && RouteVocabulary.languages().contains(inner.key())
                && !catalog.hasLanguage(inner.key());
        if (format || language) {
            String library = format ? library(inner) : inner.key();
            problems.error(
                    inner.keyPosition(),
                    "The " + (format ? "data format" : "language") + " \"" + library
                            + "\" is allowed, and it is not installed.",
                    Installing.hint(library));
        }
    }

    /** Camel's name of the data format: JSON is read by one of several libraries. */
    private static String library(YamlEntry format) {
        if (!format.key().equals("json")) {
            return format.key();
        }
        YamlNode library =
                format.value() instanceof YamlMap map ? map.get("library").orElse(null) : null;
        String name = library instanceof YamlScalar scalar && !scalar.isNull() ? scalar.written() : "jackson";
        return name.contains("{{") ? "jackson" : name.toLowerCase(Locale.ROOT);
    }
}
