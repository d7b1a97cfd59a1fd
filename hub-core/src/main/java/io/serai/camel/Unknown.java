package io.serai.camel;

import io.serai.config.Suggestion;
import java.util.Collection;

/** Says that a name is not known, and what may have been meant. */
final class Unknown {

    private Unknown() {}

    static String sentence(String what, String written, Collection<String> known) {
        String hint = Suggestion.hint(written, known);
        return hint.isEmpty() ? what : what + " " + hint;
    }
}
