package io.serai.store;

import io.serai.profile.TraitCalculator;
import io.serai.profile.TraitDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * By which definitions the stored values of computed traits were computed, each with its own version: what is still defined as it was need
 * not be computed again.
 */
final class StoredDefinitions {

    static final String KEY = "computed_definitions";

    private final Connection connection;

    StoredDefinitions(Connection connection) {
        this.connection = connection;
    }

    /** What is to be kept of definitions under {@link #KEY}: the version of all of them, and a line for each. */
    static String text(TraitCalculator calculator) {
        return calculator.version()
                + calculator.definitions().stream().map(one -> "\n" + line(one)).collect(Collectors.joining());
    }

    private static String line(TraitDefinition definition) {
        return definition.name() + " " + definition.version();
    }

    /** Those whose stored values are not known to be theirs, and those that change with time. */
    List<TraitDefinition> others(TraitCalculator calculator) throws SQLException {
        List<String> lines = ComputedTraits.meta(connection, KEY)
                .map(text -> Arrays.asList(text.split("\n")))
                .orElse(List.of(""));
        // A hub that knows nothing of lines may have computed traits since.
        boolean valid = Optional.of(lines.get(0)).equals(ComputedTraits.meta(connection, "computed_version"));
        Set<String> known = valid ? Set.copyOf(lines) : Set.of();
        return calculator.definitions().stream()
                .filter(one -> one.within().isPresent() || !known.contains(line(one)))
                .toList();
    }
}
