package io.serai.identity.advice;

/** Shows enough of a value for its owner to know it, and not enough for anybody else. */
final class Mask {

    private Mask() {}

    static String of(String value) {
        int at = value.indexOf('@');
        if (at > 0) {
            return ends(value.substring(0, at)) + value.substring(at);
        }
        return ends(value);
    }

    private static String ends(String text) {
        return text.length() < 4
                ? text.charAt(0) + "…"
                : text.charAt(0) + "…" + text.substring(text.length() - (text.length() < 8 ? 1 : 2));
    }
}
