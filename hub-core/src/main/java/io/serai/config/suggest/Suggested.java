package io.serai.config.suggest;

import java.util.Optional;

/**
 * One line of a proposal.
 *
 * @param field what is filled
 * @param value the rest of the line, as YAML
 * @param why the reason, in a few words; possibly empty
 * @param used whether it is proposed; else it stands there as a comment, to be taken when it is wanted
 */
public record Suggested(String field, String value, String why, boolean used) {

    /** A line that is proposed. */
    static Suggested line(String field, String value, String why) {
        return new Suggested(field, value, why, true);
    }

    /** A line that takes a part as it is. */
    static Optional<Suggested> of(String field, Optional<Part> part) {
        return part.map(found ->
                line(field, Yaml.text(found.path()), found.why().isEmpty() ? "guessed from its name" : found.why()));
    }
}
