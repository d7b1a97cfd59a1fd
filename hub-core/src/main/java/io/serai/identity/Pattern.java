package io.serai.identity;

/** A text in which {@code *} stands for anything. */
record Pattern(String text) {

    boolean matches(String value) {
        int star = -1;
        int resume = 0;
        int at = 0;
        int in = 0;
        while (in < value.length()) {
            if (at < text.length() && text.charAt(at) == '*') {
                star = at++;
                resume = in;
            } else if (at < text.length() && text.charAt(at) == value.charAt(in)) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++resume;
            } else {
                return false;
            }
        }
        while (at < text.length() && text.charAt(at) == '*') {
            at++;
        }
        return at == text.length();
    }
}
