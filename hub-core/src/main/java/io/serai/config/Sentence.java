package io.serai.config;

import java.util.Locale;

/** Small grammar of messages. */
final class Sentence {

    private Sentence() {}

    static String ended(String text) {
        return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
