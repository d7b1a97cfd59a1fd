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
}
