package io.serai.config;

import io.serai.profile.TraitDefinition;
import io.serai.profile.TraitDefinition.Function;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads {@code config/traits.yaml}. */
final class TraitsFile {

    private static final Map<String, Function> FUNCTIONS = Arrays.stream(Function.values())
            .collect(Collectors.collectingAndThen(
                    Collectors.toMap(
                            function -> function.name().toLowerCase(Locale.ROOT),
                            function -> function,
                            (one, other) -> one,
                            TreeMap::new),
                    Collections::unmodifiableSortedMap));

    private TraitsFile() {}

    static List<TraitDefinition> read(YamlNode root, Reading reading) {
        if (root instanceof YamlScalar scalar && scalar.isNull()) {
            return List.of();
        }
        List<TraitDefinition> traits = new ArrayList<>();
        for (YamlEntry entry :
                Section.of(root, "traits.yaml", reading.problems()).entries()) {
            if (Names.isTrait(entry, reading.problems())) {
                trait(entry, reading).ifPresent(traits::add);
            }
        }
        return traits;
    }

    private static Optional<TraitDefinition> trait(YamlEntry entry, Reading reading) {
        Section trait = Section.of(entry.value(), "the trait \"" + entry.key() + "\"", reading.problems());
        List<String> functions = FUNCTIONS.keySet().stream().filter(trait::has).toList();
        Optional<Duration> within = trait.duration("within");
        Optional<Instant> since = reading.moment(trait, "since");
        Optional<Section> where = trait.section("where");
        for (String function : functions) {
            trait.node(function);
        }
        if (functions.size() != 1) {
            howMany(entry, trait, functions, reading);
            return Optional.empty();
        }
        trait.finish();
        String word = functions.get(0);
        Optional<Source> source = trait.text(word).flatMap(text -> source(trait, word, text, reading));
        Map<String, Object> equal = new TreeMap<>();
        source.ifPresent(of -> where.ifPresent(block -> equal.putAll(properties(block, of.event(), reading))));
        return source.map(of -> {
            Function function = FUNCTIONS.get(word);
            String meaning = function + " " + of + " " + within + " " + since + " " + equal;
            return new TraitDefinition(
                    entry.key(),
                    function,
                    of.event(),
                    of.field(),
                    within,
                    since,
                    Map.copyOf(equal),
                    Reading.version(meaning));
        });
    }

    private static void howMany(YamlEntry entry, Section trait, List<String> functions, Reading reading) {
        if (functions.size() > 1) {
            reading.problems()
                    .error(
                            trait.at(functions.get(1)),
                            "The trait \"" + entry.key() + "\" has two functions: " + String.join(" and ", functions)
                                    + ".",
                            "Make two traits of it.");
        } else if (entry.value() instanceof YamlMap map) {
            Optional<YamlEntry> unknown = map.entries().stream()
                    .filter(key -> !List.of("within", "since", "where").contains(key.key()))
                    .findFirst();
            reading.problems()
                    .error(
                            unknown.map(YamlEntry::keyPosition).orElse(entry.keyPosition()),
                            unknown.map(key -> "\"" + key.key() + "\" is not a function of traits.")
                                    .orElse("The trait \"" + entry.key() + "\" has no function."),
                            Suggestion.hint(unknown.map(YamlEntry::key).orElse(""), FUNCTIONS.keySet()));
        }
    }

    private record Source(String event, Optional<String> field) {}

    private static Optional<Source> source(Section trait, String word, String text, Reading reading) {
        int dot = text.indexOf('.');
        boolean count = word.equals("count");
        if (count == dot >= 0 || dot == 0 || dot == text.length() - 1) {
            reading.problems()
                    .error(
                            trait.at(word),
                            "\"" + word + "\" takes " + (count ? "an event" : "a property of an event") + ", not \""
                                    + text + "\".",
                            count
                                    ? "Write count: order, or distinct: order.store."
                                    : "Write " + word + ": order.total.");
            return Optional.empty();
        }
        Source source = count
                ? new Source(text, Optional.empty())
                : new Source(text.substring(0, dot), Optional.of(text.substring(dot + 1)));
        reading.refer(Reference.Kind.EVENT, source.event(), trait.at(word));
        source.field().ifPresent(field -> reading.refer(Reference.Kind.PROPERTY, text, trait.at(word)));
        if (text.endsWith(".time") && List.of("sum", "average").contains(word)) {
            reading.problems().error(trait.at(word), "A time has no " + word + ".", "Write earliest or latest.");
        }
        return Optional.of(source);
    }

    private static Map<String, Object> properties(Section where, String event, Reading reading) {
        Map<String, Object> equal = new TreeMap<>();
        for (YamlEntry entry : where.entries()) {
            reading.refer(Reference.Kind.PROPERTY, event + "." + entry.key(), entry.keyPosition());
            if (entry.value() instanceof YamlScalar scalar && !scalar.isNull()) {
                equal.put(entry.key(), scalar.value());
            } else {
                reading.problems()
                        .error(
                                entry.value().position(),
                                "\"" + entry.key() + "\" must be a single value, not "
                                        + entry.value().shown() + ".");
            }
        }
        return equal;
    }
}
