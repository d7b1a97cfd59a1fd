package io.serai.identity.compare;

/**
 * How the values of one field are written.
 *
 * @param region ISO country of phone numbers without a prefix; empty for unknown
 * @param dayFirst whether 03/04/2001 is the third of April
 */
public record Settings(String region, boolean dayFirst) {

    /** Region unknown, day before month. */
    public static final Settings USUAL = new Settings("", true);

    /** The same for another region. */
    public Settings withRegion(String other) {
        return new Settings(other, dayFirst);
    }

    /** The same with day before month, or not. */
    public Settings withDayFirst(boolean first) {
        return new Settings(region, first);
    }
}
