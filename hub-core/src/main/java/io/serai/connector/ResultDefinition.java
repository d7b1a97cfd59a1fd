package io.serai.connector;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One place of an answer that speaks of rows.
 *
 * @param at where: a list of results, or with {@code {index}} in it the result of one row; of a request with a single row,
 *     the result itself
 * @param by the member of a result that names its row; empty when results are in the order of rows
 * @param equals what that member says of a row
 * @param id where a result has the id of the object
 * @param why where a result says why the row was refused; a result with nothing there was written
 * @param later whether what was refused here may succeed later
 * @param exists members that say that the row was refused because the object exists already
 */
public record ResultDefinition(
        List<Template> at,
        Optional<JsonPath> by,
        Template equals,
        Optional<JsonPath> id,
        Optional<JsonPath> why,
        boolean later,
        Map<JsonPath, String> exists) {

    public ResultDefinition {
        at = List.copyOf(at);
        exists = Map.copyOf(exists);
    }

    /** Whether each row has a place of its own. */
    boolean perRow() {
        return at.stream().anyMatch(template -> template.placeholders().contains("index"));
    }
}
