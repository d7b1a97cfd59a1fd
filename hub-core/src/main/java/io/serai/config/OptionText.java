package io.serai.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a text can be the value of one of Camel's options. */
final class OptionText {

    private static final String UNIT = "(d|days?|h|hours?|m|mins?|minutes?|s|secs?|seconds?|ms|millis|milliseconds?)";
    private static final Pattern DURATION =
            Pattern.compile("-?\\d+|(\\d+\\s*" + UNIT + "\\s*)+|PT?[0-9DHMS.]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHOLE = Pattern.compile("-?\\d+");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private OptionText() {}

    /** What a value of the type must be, when the text is none; types are called as Camel calls them. */
    static Optional<String> mistake(String type, String text) {
        return switch (type) {
            case "boolean" ->
                wanted("true or false", text.toLowerCase(Locale.ROOT).matches("true|false"));
            case "integer" -> wanted("a whole number", WHOLE.matcher(text).matches() || isDuration(text));
            case "number" -> wanted("a number", NUMBER.matcher(text).matches() || isDuration(text));
            case "duration" -> wanted("a duration such as 30s or 5m, or milliseconds", isDuration(text));
            default -> Optional.empty();
        };
    }

    /** Whether it is one of the words; capitals and dashes do not count. */
    static boolean isOneOf(String text, List<String> words) {
        return words.stream().anyMatch(word -> bare(word).equals(bare(text)));
    }

    private static boolean isDuration(String text) {
        return DURATION.matcher(text).matches();
    }

    private static Optional<String> wanted(String wanted, boolean right) {
        return right ? Optional.empty() : Optional.of(wanted);
    }

    private static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }
}
