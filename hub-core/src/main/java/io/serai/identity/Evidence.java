package io.serai.identity;

/**
 * What a record says about a person beside identifiers, canonical (lower case, without accents and punctuation); null where
 * it says nothing.
 *
 * @param firstName the given name
 * @param lastName the family name
 * @param birthDate ISO date
 */
public record Evidence(String firstName, String lastName, String birthDate) {

    /** Says nothing. */
    public static final Evidence NONE = new Evidence(null, null, null);

    /**
     * Evidence in canonical form from values as a mapping gives them. Each may be null, empty or of any scalar type; what
     * says nothing ("n/a", a birth date that is none) becomes null.
     */
    public static Evidence of(Object firstName, Object lastName, Object birthDate) {
        String first = Canonical.name(firstName);
        String last = Canonical.name(lastName);
        String birth = Canonical.date(birthDate);
        return first == null && last == null && birth == null ? NONE : new Evidence(first, last, birth);
    }
}
