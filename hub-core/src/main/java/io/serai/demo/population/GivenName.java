package io.serai.demo.population;

import java.util.List;

/**
 * A given name.
 *
 * @param formal as in a passport
 * @param forms what its bearers are called or how others spell it
 */
record GivenName(String formal, List<String> forms) {

    /** {@code Robert=Rob,Bob}; an underscore is a space. */
    static GivenName parsed(String text) {
        String[] parts = text.replace('_', ' ').split("=", 2);
        return new GivenName(parts[0], parts.length == 1 ? List.of() : List.of(parts[1].split(",")));
    }
}
