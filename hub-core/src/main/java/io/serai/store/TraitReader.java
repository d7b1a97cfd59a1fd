package io.serai.store;

/** Goes through the text of {@link TraitText} trait by trait; a value is made only where it is asked for. */
final class TraitReader {

    private final String text;
    private int at = 1;
    private long trait;
    private int from;
    private int to;
    private boolean escaped;

    TraitReader(String text) {
        this.text = text;
    }

    /** Goes to the next trait; false when there is none. */
    boolean next() {
        try {
            if (text.charAt(at) == '}') {
                return false;
            }
            number(text.charAt(at) == ',' ? at + 2 : at + 1);
            span();
            return true;
        } catch (IndexOutOfBoundsException e) {
            throw new StoreException("The store holds traits that cannot be read. Restore it from a backup.", e);
        }
    }

    private void number(int start) {
        int digit = start;
        long number = 0;
        for (char c = text.charAt(digit); c != '"'; c = text.charAt(++digit)) {
            number = 10 * number + c - '0';
        }
        trait = number;
        from = digit + 2;
    }

    private void span() {
        escaped = false;
        to = from + 1;
        if (text.charAt(from) == '"') {
            for (char c = text.charAt(to); c != '"'; c = text.charAt(++to)) {
                if (c == '\\') {
                    escaped = true;
                    to++;
                }
            }
            at = to + 1;
        } else {
            while (text.charAt(to) != ',' && text.charAt(to) != '}') {
                to++;
            }
            at = to;
        }
    }

    /** The number of the trait's name. */
    long trait() {
        return trait;
    }

    /** {@code String}, {@code Long} or {@code Double}. */
    Object value() {
        if (text.charAt(from) == '"') {
            return escaped ? unescaped() : text.substring(from + 1, to);
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '.' || c == 'e' || c == 'E') {
                return Double.valueOf(text.substring(from, to));
            }
        }
        return Long.parseLong(text, from, to, 10);
    }

    private String unescaped() {
        StringBuilder value = new StringBuilder(to - from);
        for (int i = from + 1; i < to; i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                value.append(c);
                continue;
            }
            char kind = text.charAt(++i);
            if (kind == 'u') {
                value.append((char) Integer.parseInt(text, i + 1, i + 5, 16));
                i += 4;
            } else {
                value.append(escape(kind));
            }
        }
        return value.toString();
    }

    private static char escape(char kind) {
        return switch (kind) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> kind;
        };
    }
}
