package io.serai.camel;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a route made of one page, tried.
 *
 * @param route its id
 * @param start where it starts
 * @param steps in the order in which they were reached
 * @param refused records that mappings would refuse, with their keys and the reason
 * @param error why it ended early, a sentence
 */
public record Trial(String route, String start, List<Step> steps, List<String> refused, Optional<String> error) {

    public Trial {
        steps = List.copyOf(steps);
        refused = List.copyOf(refused);
    }

    /** The same with what was refused. */
    public Trial refusing(List<String> records) {
        return new Trial(route, start, steps, records, error);
    }

    /**
     * One step that was reached.
     *
     * @param step its kind as the route writes it, and where it goes
     * @param id as the route gives it; empty when it gives none
     * @param file relative to the home; empty when it is not known
     * @param line in the file, from 1; 0 when it is not known
     * @param depth how many steps it stands in
     * @param body what the step left as the body
     * @param set headers and properties that the step set, a short text each; null for one that it took away
     * @param notes what it came to, what it would have sent, which branch it is in
     * @param error why it failed, a sentence
     */
    public record Step(
            String step,
            String id,
            String file,
            int line,
            int depth,
            String body,
            Map<String, String> set,
            List<String> notes,
            Optional<String> error) {}
}
