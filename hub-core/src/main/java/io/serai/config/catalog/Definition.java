package io.serai.config.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What may be written at one place of a route: a step, an expression, a data format, an error handler.
 *
 * @param name Camel's name of it: {@code org.apache.camel.model.SplitDefinition}
 * @param text whether a single value may stand for the map
 * @param keys what the map may hold
 * @param required what it must hold
 * @param choices sets of keys of which the map holds one at most, such as the languages of an expression
 * @param description one sentence; possibly empty
 */
public record Definition(
        String name,
        boolean text,
        Map<String, Key> keys,
        Set<String> required,
        List<Set<String>> choices,
        String description) {

    /**
     * One key.
     *
     * @param type {@code string}, {@code boolean}, {@code number}, {@code array} or {@code object} in the words of JSON Schema;
     *     empty when {@link #definition} says it
     * @param choices the words of an enum; else empty
     * @param definition the name of the definition of its value, or of the items of its list
     * @param list whether the value is a list
     * @param wrapped whether each item of the list is a map of this one key again
     * @param usual the value that it has when it is not written; possibly empty
     * @param description one sentence or two; possibly empty
     */
    public record Key(
            String type,
            List<String> choices,
            Optional<String> definition,
            boolean list,
            boolean wrapped,
            String usual,
            String description) {}

    /** Whether an expression is written inside, by the name of its language. */
    public boolean holdsExpression() {
        return keys.containsKey("expression") && keys.containsKey("simple");
    }
}
