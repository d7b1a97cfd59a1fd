package io.serai.identity.compare;

/** What a field of people's records holds, and so how two of its values are compared. */
public enum Kind {
    /** Names given to a person: Jean-Pierre, Anna Maria, J. */
    GIVEN_NAME,
    /** Names of a family: García Márquez, van der Berg, O'Brien. */
    FAMILY_NAME,
    /** A whole name in any order: "Ann van Dyk", "Dyk, Ann van". */
    FULL_NAME,
    /** A day of birth, or a year, or a year and a month. */
    BIRTH_DATE,
    /** An e-mail address. */
    EMAIL,
    /** A phone number. */
    PHONE,
    /** A street with its house number, in one text. */
    STREET,
    /** A postal code of any country. */
    POSTCODE,
    /** A town. */
    CITY,
    /** Any words. */
    TEXT,
    /** A code or a category: equal, nearly equal or not. */
    EXACT,
    /** A number. */
    NUMBER,
    /** A day that is no birth date. */
    DATE,
    /** Latitude and longitude in degrees: "52.52,13.41". */
    GEO
}
