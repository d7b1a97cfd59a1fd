package io.serai.config;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quartz.CronExpression;

/** A Quartz expression, read field by field, so that the one that is wrong can be shown. */
final class CronText {

    /**
     * What is wrong with an expression.
     *
     * @param index of the character where it is wrong
     * @param message one sentence
     * @param hint one sentence
     */
    record Mistake(int index, String message, String hint) {}

    private static final String EXAMPLE = "Write one such as \"0 30 6 ? * MON-FRI\".";
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final Pattern FIELD = Pattern.compile("\\S+");
    private static final int DAY = 3;
    private static final int WEEKDAY = 5;
    private static final int FEWEST = 6;
    private static final int MOST = 7;

    private enum Field {
        SECOND("second", 0, 59, List.of()),
        MINUTE("minute", 0, 59, List.of()),
        HOUR("hour", 0, 23, List.of()),
        DAY("day", 1, 31, List.of()),
        MONTH("month", 1, 12, MONTHS),
        WEEKDAY("weekday", 1, 7, DAYS),
        YEAR("year", 1970, 2199, List.of());

        private final String word;
        private final int least;
        private final int most;
        private final List<String> names;

        Field(String word, int least, int most, List<String> names) {
            this.word = word;
            this.least = least;
            this.most = most;
            this.names = names;
        }
    }

    private final List<String> fields = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    private CronText(String text) {
        Matcher field = FIELD.matcher(text);
        while (field.find()) {
            fields.add(field.group());
            starts.add(field.start());
        }
    }

    /** What is wrong with an expression first; empty when it has a time to come. */
    static Optional<Mistake> mistake(String text) {
        CronText cron = new CronText(text);
        return cron.count().or(cron::eachField).or(cron::days).or(() -> quartz(text));
    }

    private Optional<Mistake> count() {
        if (fields.size() >= FEWEST && fields.size() <= MOST) {
            return Optional.empty();
        }
        String has =
                "A Quartz expression has six fields (second, minute, hour, day, month, weekday) and maybe a year, and this has "
                        + fields.size() + ".";
        return Optional.of(new Mistake(0, has, fields.size() == FEWEST - 1 ? ofUnix() : EXAMPLE));
    }

    /** The expression with seconds in front, and with a question mark where Quartz wants one. */
    private String ofUnix() {
        List<String> quartz = new ArrayList<>(fields);
        quartz.add(0, "0");
        if (quartz.get(WEEKDAY).equals("*")) {
            quartz.set(WEEKDAY, "?");
        } else if (quartz.get(DAY).equals("*")) {
            quartz.set(DAY, "?");
        }
        String meant = String.join(" ", quartz);
        return mistake(meant).isEmpty() ? "Did you mean \"" + meant + "\"?" : EXAMPLE;
    }

    private Optional<Mistake> eachField() {
        for (int i = 0; i < fields.size(); i++) {
            int start = starts.get(i);
            for (String item : fields.get(i).split(",", -1)) {
                Optional<Mistake> wrong = item(Field.values()[i], item, start);
                if (wrong.isPresent()) {
                    return wrong;
                }
                start += item.length() + 1;
            }
        }
        return Optional.empty();
    }

    private static Optional<Mistake> item(Field field, String item, int start) {
        int slash = item.indexOf('/');
        String range = slash < 0 ? item : item.substring(0, slash);
        if (slash >= 0 && !item.substring(slash + 1).matches("\\d{1,4}")) {
            return Optional.of(new Mistake(
                    start + slash + 1, "After the / of the " + field.word + " stands a whole number.", EXAMPLE));
        }
        if (range.equals("*") || isSpecial(field, range) || range.isEmpty() && slash >= 0) {
            return Optional.empty();
        }
        int at = start;
        for (String value : range.split("-", -1)) {
            if (!isValue(field, value)) {
                return Optional.of(unknown(field, value, at));
            }
            at += value.length() + 1;
        }
        return Optional.empty();
    }

    private static boolean isSpecial(Field field, String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return switch (field) {
            case DAY -> upper.matches("\\?|L(-\\d{1,2})?W?|LW|\\d{1,2}W");
            case WEEKDAY -> upper.matches("\\?|L|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(L|#[1-5])");
            default -> false;
        };
    }

    private static boolean isValue(Field field, String value) {
        if (field.names.contains(value.toUpperCase(Locale.ROOT))) {
            return true;
        }
        if (!value.matches("\\d{1,4}")) {
            return false;
        }
        int number = Integer.parseInt(value);
        return number >= field.least && number <= field.most;
    }

    private static Mistake unknown(Field field, String value, int at) {
        if (value.isEmpty()) {
            return new Mistake(at, "The " + field.word + " of this Quartz expression ends too early.", EXAMPLE);
        }
        String hint = field.names.isEmpty()
                ? "It goes from " + field.least + " to " + field.most + "."
                : Suggestion.nearest(value, field.names)
                        .map(near -> "Did you mean \"" + near + "\"?")
                        .orElse("It goes from " + field.least + " to " + field.most + ", or by name: "
                                + String.join(", ", field.names) + ".");
        return new Mistake(
                at,
                "\"" + value + "\" is not " + (field == Field.HOUR ? "an " : "a ") + field.word
                        + " of a Quartz expression.",
                hint);
    }

    private Optional<Mistake> days() {
        boolean day = fields.get(DAY).equals("?");
        boolean weekday = fields.get(WEEKDAY).equals("?");
        if (day != weekday) {
            return Optional.empty();
        }
        List<String> meant = new ArrayList<>(fields);
        if (day) {
            meant.set(DAY, "*");
        } else if (fields.get(WEEKDAY).equals("*")) {
            meant.set(WEEKDAY, "?");
        } else {
            meant.set(DAY, "?");
        }
        return Optional.of(new Mistake(
                starts.get(day ? DAY : WEEKDAY),
                "Of day and weekday one is \"?\" in a Quartz expression" + (day ? ", not both." : "."),
                "Did you mean \"" + String.join(" ", meant) + "\"?"));
    }

    private static Optional<Mistake> quartz(String text) {
        try {
            return new CronExpression(text).getNextValidTimeAfter(new Date()) == null
                    ? Optional.of(new Mistake(
                            0, "The times \"" + text + "\" never come.", "Look at its day, month and year."))
                    : Optional.empty();
        } catch (ParseException e) {
            return Optional.of(new Mistake(
                    0,
                    "\"" + text + "\" is not a Quartz expression.",
                    Sentence.capital(Sentence.ended(e.getMessage().strip()))));
        }
    }
}
