package io.serai.connector;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words for people, and the words that people write. */
final class Wording {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

    private Wording() {}

    /** {@code 500ms}, {@code 30s}, {@code 15m}, {@code 2h}, {@code 7d}; empty for anything else. */
    static Optional<Duration> duration(String written) {
        Matcher matcher = DURATION.matcher(written.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofDays(amount);
                });
    }

    /** A hint naming the known word that was probably meant, or all of them. */
    static String suggest(String written, Collection<String> known) {
        Optional<String> nearest = known.stream()
                .min(Comparator.comparingInt(name -> distance(written, name)))
                .filter(name -> distance(written, name) <= Math.max(1, Math.min(3, written.length() / 3)));
        return nearest.map(name -> "Did you mean \"" + name + "\"?")
                .orElse(known.isEmpty() ? "It takes no settings." : "Known are: " + String.join(", ", known) + ".");
    }

    /** What an error says, as a sentence; its type when it says nothing. */
    static String sentence(Throwable error) {
        String message = error.getMessage() == null || error.getMessage().isBlank()
                ? error.getClass().getSimpleName()
                : error.getMessage().strip();
        return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
    }

    /** Edits between two words, without case (Levenshtein 1966). */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int column = 0; column <= b.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= a.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= b.length(); column++) {
                int replaced = diagonal + (a.charAt(line - 1) == b.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
