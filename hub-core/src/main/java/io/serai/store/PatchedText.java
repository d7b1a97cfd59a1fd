package io.serai.store;

import io.serai.profile.TraitDefinition;
import java.time.Instant;
import java.util.List;

/**
 * The statement that makes new texts of traits out of those that are stored and what the engine has added up. Values are written as
 * {@link TraitText} writes them, to the letter, and stay where they stand: who has them already gets the same text.
 */
final class PatchedText {

    /** Amounts from here on are written in another way: in hundredths. */
    private static final String LARGE = "1000000000";

    private static final String FAR = "NOT BETWEEN 0 AND 253402300799999";

    private final List<TraitDefinition> definitions;
    private final List<Long> numbers;
    private final List<Long> stored;

    /**
     * @param numbers of the definitions' traits
     * @param stored numbers that stored texts may have, and that the definitions speak for
     */
    PatchedText(List<TraitDefinition> definitions, List<Long> numbers, List<Long> stored) {
        this.definitions = definitions;
        this.numbers = numbers;
        this.stored = stored;
    }

    /**
     * Selects for everybody who has entries: number, and all traits, empty text where they are as they were, null where the engine cannot
     * tell. Parameters: the entries' name, the first and the last number of people.
     */
    String ofThoseWithEntries(Instant now) {
        StringBuilder patch = new StringBuilder("'{");
        for (long number : stored) {
            if (!numbers.contains(number)) {
                key(patch, number).append("null");
            }
        }
        StringBuilder added = new StringBuilder("SELECT s.profile_id AS id, ").append(AddedUp.inexact(definitions));
        added.append(" AS inexact");
        for (int i = 0; i < definitions.size(); i++) {
            added.append(", ")
                    .append(AddedUp.value(definitions.get(i), now))
                    .append(" AS v")
                    .append(i);
            key(patch, numbers.get(i))
                    .append("' || ifnull(")
                    .append(text(definitions.get(i), "a.v" + i))
                    .append(", 'null') || '");
        }
        added.append(TimelineRows.ENTRIES)
                .append(
                        " WHERE t.name_id = (SELECT id FROM event_name WHERE name = ?) AND s.profile_id BETWEEN ? AND ?")
                .append(" GROUP BY s.profile_id");
        // The limit keeps the engine from making the text twice.
        return "SELECT id, CASE WHEN made = old THEN '' ELSE made END FROM ("
                + "SELECT a.id AS id, ifnull(t.traits, '{}') AS old, CASE WHEN " + unusual()
                + " THEN NULL ELSE json_patch(ifnull(t.traits, '{}'), " + patch + "}') END AS made FROM (" + added
                + ") a CROSS JOIN profile p ON p.id = a.id AND p.live = 1 AND p.merged_into IS NULL"
                + " LEFT JOIN profile_trait t ON t.profile_id = a.id LIMIT -1) WHERE id > 0";
    }

    private static StringBuilder key(StringBuilder patch, long trait) {
        return patch.append(patch.length() > 2 ? ",\"" : "\"").append(trait).append("\":");
    }

    /** How a text tells that it has a trait: nothing within a value looks so, because quotes have a backslash there. */
    static String key(long number) {
        return "'\"" + number + "\":'";
    }

    /** A value as JSON, null when there is none. */
    private static String text(TraitDefinition definition, String value) {
        return switch (definition.function()) {
            case COUNT -> "nullif(" + value + ", 0)";
            case SUM -> amount("CAST(" + value + " AS INTEGER)");
            default ->
                AddedUp.isOfTotals(definition) ? amount("CAST(round(" + value + " * 100) AS INTEGER)") : time(value);
        };
    }

    /** Hundredths as {@code Long} and {@code Double} write them. */
    private static String amount(String hundredths) {
        return "CASE WHEN " + hundredths + " % 100 = 0 THEN " + hundredths + " / 100 ELSE CASE WHEN " + hundredths
                + " < 0 THEN '-' ELSE '' END || (abs(" + hundredths + ") / 100) || CASE WHEN " + hundredths
                + " % 10 = 0 THEN '.' || (abs(" + hundredths + ") / 10 % 10) ELSE printf('.%02d', abs(" + hundredths
                + ") % 100) END END";
    }

    /** Milliseconds as {@link Instant} writes them. */
    private static String time(String value) {
        return "strftime('\"%Y-%m-%dT%H:%M:%S', " + value + " / 1000, 'unixepoch') || CASE WHEN " + value
                + " % 1000 = 0 THEN 'Z\"' ELSE printf('.%03dZ\"', " + value + " % 1000) END";
    }

    private String unusual() {
        StringBuilder unusual = new StringBuilder("a.inexact");
        for (int i = 0; i < definitions.size(); i++) {
            TraitDefinition definition = definitions.get(i);
            switch (definition.function()) {
                case COUNT -> {}
                case SUM -> unusual.append(" OR ifnull(abs(a.v" + i + ") >= " + LARGE + ", 0)");
                default ->
                    unusual.append(
                            AddedUp.isOfTotals(definition)
                                    ? " OR ifnull(abs(a.v" + i + ") >= " + LARGE + " / 100, 0)"
                                    : " OR ifnull(a.v" + i + " " + FAR + ", 0)");
            }
        }
        return unusual.toString();
    }
}
