package io.serai.config;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An expression of Camel's Simple: its functions exist and are closed, and a predicate's operators are Simple's. */
final class SimpleText {

    /**
     * What is wrong with an expression.
     *
     * @param index of the character where it is wrong
     * @param message one sentence
     * @param hint one sentence
     */
    record Mistake(int index, String message, String hint) {}

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z-]*");

    private final String text;
    private final SimpleVocabulary vocabulary;

    private SimpleText(String text, SimpleVocabulary vocabulary) {
        this.text = text;
        this.vocabulary = vocabulary;
    }

    /**
     * What is wrong with an expression first.
     *
     * @param predicate whether its value is true or false, so that operators count
     * @param functions of Simple, as the catalog names them
     */
    static Optional<Mistake> mistake(String text, boolean predicate, Set<String> functions) {
        SimpleText simple = new SimpleText(text, new SimpleVocabulary(functions));
        Optional<Mistake> function = simple.functions(0, text.length());
        return function.isPresent() || !predicate ? function : simple.operators();
    }

    private Optional<Mistake> functions(int from, int to) {
        int at = from;
        while (at < to) {
            int start = text.indexOf("${", at);
            if (start < 0 || start >= to) {
                return Optional.empty();
            }
            if (start > 0 && text.charAt(start - 1) == '\\') {
                at = start + 2;
                continue;
            }
            int end = end(start);
            if (end < 0) {
                return Optional.of(new Mistake(start, "The \"${\" here is never closed.", "Add the missing }."));
            }
            Optional<Mistake> wrong = function(start + 2, end).or(() -> functions(start + 2, end));
            if (wrong.isPresent()) {
                return wrong;
            }
            at = end + 1;
        }
        return Optional.empty();
    }

    /** Where the brace closes that a function opens; less than 0 for never. */
    private int end(int start) {
        int depth = 0;
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private Optional<Mistake> function(int start, int end) {
        String inside = text.substring(start, end);
        String stripped = inside.strip();
        int at = start + inside.indexOf(stripped);
        if (stripped.isEmpty()) {
            return Optional.of(new Mistake(start - 2, "A Simple function has a name.", "Write ${body} or another."));
        }
        Matcher name = NAME.matcher(stripped);
        if (!name.lookingAt()) {
            return Optional.empty();
        }
        String word = name.group();
        if (!vocabulary.hasFunction(word)) {
            return Optional.of(
                    new Mistake(
                            at,
                            "\"" + word + "\" is not a function of Simple.",
                            vocabulary
                                    .nearFunction(word)
                                    .map(near ->
                                            "Did you mean \"${" + near + stripped.substring(word.length()) + "}\"?")
                                    .orElse(
                                            "Write ${body}, ${header.NAME}, ${variable.NAME} or another function of Camel's Simple.")));
        }
        return word.equals("file") ? file(stripped, at) : Optional.empty();
    }

    private static Optional<Mistake> file(String function, int at) {
        String name = function.startsWith("file:") ? function.substring("file:".length()) : "";
        return SimpleVocabulary.FILE_NAMES.contains(name) || name.contains("{")
                ? Optional.empty()
                : Optional.of(new Mistake(
                        at,
                        "\"" + function + "\" is not a function of Simple.",
                        Suggestion.nearest(name, SimpleVocabulary.FILE_NAMES)
                                .map(near -> "Did you mean \"${file:" + near + "}\"?")
                                .orElse("After file: stands one of "
                                        + String.join(", ", new TreeSet<>(SimpleVocabulary.FILE_NAMES)) + ".")));
    }

    /** A predicate that begins with a function: after each value stands an operator or nothing. */
    private Optional<Mistake> operators() {
        int at = blanks(0);
        if (!text.startsWith("${", at)) {
            return Optional.empty();
        }
        while (true) {
            int value = value(at);
            int next = blanks(value);
            if (next == text.length() || next == value) {
                return Optional.empty();
            }
            int end = word(next);
            String word = text.substring(next, end);
            if (!SimpleVocabulary.OPERATORS.contains(word)) {
                return word.startsWith("${") || word.startsWith("'") || word.startsWith("\"")
                        ? Optional.empty()
                        : Optional.of(unknown(word, next));
            }
            at = blanks(end);
            if (at == text.length()) {
                return Optional.of(new Mistake(
                        next, "\"" + word + "\" is followed by nothing.", "Write what it compares with after it."));
            }
        }
    }

    private static Mistake unknown(String word, int at) {
        String near = SimpleVocabulary.operatorMeantBy(word).orElse("");
        return new Mistake(
                at,
                "\"" + word + "\" is not an operator of Simple.",
                near.isEmpty()
                        ? "Write one such as ==, !=, >, contains, in or regex."
                        : "Did you mean \"" + near + "\"?");
    }

    private int blanks(int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private int word(int from) {
        int at = from;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Where a function, a text in quotes or a word ends. */
    private int value(int from) {
        if (text.startsWith("${", from)) {
            return end(from) + 1;
        }
        char first = text.charAt(from);
        int close = first == '\'' || first == '"' ? text.indexOf(first, from + 1) : -1;
        return close < 0 ? word(from) : close + 1;
    }
}
