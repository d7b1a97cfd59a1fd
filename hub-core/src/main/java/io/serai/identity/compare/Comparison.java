package io.serai.identity.compare;

import java.util.List;

/**
 * How values of one kind are parsed, compared and found again. Stateless but for bounded caches; safe for several threads.
 * Parsed values of {@link Kind#GIVEN_NAME}, {@link Kind#FAMILY_NAME} and {@link Kind#FULL_NAME} are of one type: each of these
 * comparisons takes values of the others, so that swapped names can be compared.
 */
public interface Comparison {

    /** The comparison of a kind, written as {@link Settings#USUAL} says. */
    static Comparison of(Kind kind) {
        return of(kind, Settings.USUAL);
    }

    /** The comparison of a kind. */
    static Comparison of(Kind kind, Settings settings) {
        return switch (kind) {
            case GIVEN_NAME -> new GivenNameComparison();
            case FAMILY_NAME -> new FamilyNameComparison();
            case FULL_NAME -> new FullNameComparison();
            case BIRTH_DATE, DATE -> new DateComparison(settings.dayFirst());
            case EMAIL -> new EmailComparison();
            case PHONE -> new PhoneComparison(settings.region());
            case STREET -> new StreetComparison();
            case POSTCODE -> new PostcodeComparison();
            case CITY -> new CityComparison();
            case TEXT -> new TextComparison();
            case EXACT -> new ExactComparison();
            case NUMBER -> new NumberComparison();
            case GEO -> new GeoComparison();
        };
    }

    /**
     * What a text says.
     *
     * @param raw as the record has it; null for nothing
     * @return immutable, with equals, hashCode and toString by its canonical text; null when it says nothing: blank, junk
     *     ("n/a", "test"), or not of the kind
     */
    Object parse(String raw);

    /** The one way of writing for a parsed value. Values of equal canonical text are at the highest level, no others are. */
    String canonical(Object parsed);

    /** The canonical text of what a text says, and null when it says nothing: as {@link #parse} and {@link #canonical} give it. */
    default String canonicalOf(String raw) {
        Object parsed = parse(raw);
        return parsed == null ? null : canonical(parsed);
    }

    /** How many levels there are, at least 2. */
    int levels();

    /**
     * How far two parsed values agree; symmetric, without allocation.
     *
     * @return 0 for different, up to {@code levels() - 1} for the same
     */
    int level(Object left, Object right);

    /** What a level means, for people: "same", "one letter apart", "day and month swapped". */
    String levelName(int level);

    /** Gives the atoms of a parsed value: parts in which two values of one person are often equal. Several of one name may come. */
    void atoms(Object parsed, AtomSink sink);

    /** What the atoms are, by their index; the first is the whole canonical value. */
    List<String> atomNames();
}
