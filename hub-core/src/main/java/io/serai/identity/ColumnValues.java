package io.serai.identity;

import io.serai.identity.compare.Blank;
import io.serai.identity.compare.Junk;
import io.serai.identity.compare.Kind;
import io.serai.identity.compare.KnownNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What the values of one column look like. Shares are of the filled values that were looked at. */
final class ColumnValues {

    private static final int LOOKED_AT = 400;
    /** More different values among those looked at than these are no category. */
    private static final int CATEGORIES = 60;

    private final List<String[]> rows;
    private final int column;
    private final List<String> sample = new ArrayList<>();

    ColumnValues(List<String[]> rows, int column) {
        this.rows = rows;
        this.column = column;
        int step = Math.max(1, rows.size() / (3 * LOOKED_AT));
        for (int i = 0; i < rows.size() && sample.size() < LOOKED_AT; i += step) {
            String value = at(i);
            if (!value.isEmpty() && !Junk.isWord(value)) {
                sample.add(value);
            }
        }
    }

    int rows() {
        return rows.size();
    }

    /** Empty for nothing. */
    String at(int row) {
        String[] cells = rows.get(row);
        return column < cells.length && cells[column] != null ? Blank.strip(cells[column]) : "";
    }

    boolean isKnown() {
        return !sample.isEmpty();
    }

    boolean isEmpty() {
        return sample.isEmpty() && !rows.isEmpty();
    }

    List<String> sample() {
        return sample;
    }

    /** Whether every filled row, of at least twenty, has another value. */
    boolean isUnique() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            String value = at(i);
            if (!value.isEmpty() && !seen.add(value)) {
                return false;
            }
        }
        return seen.size() >= 20 && seen.size() >= .95 * rows.size();
    }

    /** Different values for each value looked at: near 0 for a category, near 1 for a name of one's own. */
    double variety() {
        return sample.isEmpty() ? 0 : (double) new HashSet<>(sample).size() / sample.size();
    }

    int different() {
        return new HashSet<>(sample).size();
    }

    /** How many bits a value says on average, of those looked at; empty ones say nothing (Shannon 1948). */
    double information() {
        Map<String, Integer> counts = new TreeMap<>();
        sample.forEach(value -> counts.merge(value, 1, Integer::sum));
        double bits = 0;
        for (int count : counts.values()) {
            bits += count * StrictMath.log((double) sample.size() / count);
        }
        return rows.isEmpty() ? 0 : bits / Math.min(rows.size(), LOOKED_AT);
    }

    /** How often two of the values looked at are the same. */
    double collision() {
        Map<String, Integer> counts = new TreeMap<>();
        sample.forEach(value -> counts.merge(value, 1, Integer::sum));
        double same = 0;
        for (int count : counts.values()) {
            same += (double) count * (count - 1);
        }
        return sample.size() < 2 ? 0 : same / sample.size() / (sample.size() - 1);
    }

    private double share(Predicate<String> fits) {
        return sample.isEmpty() ? 0 : (double) sample.stream().filter(fits).count() / sample.size();
    }

    double emails() {
        return share(Looks::email);
    }

    double dates() {
        return share(Looks::date);
    }

    double phones() {
        return share(Looks::phone);
    }

    double phoneMarks() {
        return share(Looks::phoneMark);
    }

    double numbers() {
        return share(Looks::number);
    }

    double between(int low, int high) {
        return share(value -> Looks.between(value, low, high));
    }

    double places() {
        return share(Looks::place);
    }

    double fractions() {
        return share(Looks::fraction);
    }

    double postcodes() {
        return share(Looks::postcode);
    }

    double words() {
        return share(Looks::words);
    }

    double severalWords() {
        return share(value -> value.strip().indexOf(' ') > 0);
    }

    double withDigits() {
        return share(value -> Looks.digits(value) > 0);
    }

    double streets() {
        return share(Looks::street);
    }

    double givenNames() {
        return share(KnownNames::isGiven);
    }

    double givenNamesLater() {
        return share(KnownNames::hasGivenLater);
    }

    /** How values of no known meaning are compared. */
    Kind kind() {
        if (!isKnown()) {
            return Kind.TEXT;
        }
        if (dates() > .7) {
            return Kind.DATE;
        }
        boolean category = different() <= CATEGORIES;
        boolean code = severalWords() < .1 && withDigits() > .5;
        if (!category && fractions() > .7) {
            return Kind.NUMBER;
        }
        return category || code ? Kind.EXACT : Kind.TEXT;
    }

    double length() {
        return sample.stream().mapToInt(String::length).average().orElse(0);
    }

    /** Whether all filled values have one length. */
    boolean isOfOneLength() {
        return sample.stream().mapToInt(String::length).distinct().count() == 1;
    }

    /** Whether 3/4/2001 is the third of April here: what cannot be a month says so; without any, day first. */
    boolean dayFirst() {
        int day = 0;
        int month = 0;
        for (String value : sample) {
            String[] parts = value.split("[^0-9]+", 4);
            if (parts.length >= 3
                    && !parts[0].isEmpty()
                    && parts[0].length() <= 2
                    && !parts[1].isEmpty()
                    && parts[1].length() <= 2) {
                day += Integer.parseInt(parts[0]) > 12 ? 1 : 0;
                month += Integer.parseInt(parts[1]) > 12 ? 1 : 0;
            }
        }
        return day >= month;
    }

    /** Of the rows where it is filled, how many are the words of two other columns; 0 when they are fewer than ten. */
    double joined(ColumnValues first, ColumnValues second) {
        int filled = 0;
        int made = 0;
        int step = Math.max(1, rows.size() / (3 * LOOKED_AT));
        for (int i = 0; i < rows.size(); i += step) {
            String whole = letters(at(i));
            if (!whole.isEmpty()) {
                filled++;
                String one = letters(first.at(i));
                String two = letters(second.at(i));
                made += whole.equals(one + two) || whole.equals(two + one) ? 1 : 0;
            }
        }
        return filled < 10 ? 0 : (double) made / filled;
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                letters.append(Character.toLowerCase(text.charAt(i)));
            }
        }
        return letters.toString();
    }

    /** Of the rows where both are filled, how many have the same value; 0 when they are fewer than ten. */
    static double same(ColumnValues left, ColumnValues right) {
        int both = 0;
        int same = 0;
        int step = Math.max(1, left.rows.size() / (3 * LOOKED_AT));
        for (int i = 0; i < left.rows.size(); i += step) {
            String one = left.at(i);
            String two = right.at(i);
            if (!one.isEmpty() && !two.isEmpty()) {
                both++;
                same += one.equalsIgnoreCase(two) ? 1 : 0;
            }
        }
        return both < 10 ? 0 : (double) same / both;
    }
}
