package io.serai.identity;

/**
 * To whom a signature was given.
 *
 * @param profile the profile that it is in, or was in when it died; 0 for none
 * @param firstProfile the first profile that it was ever in; 0 for none
 */
public record Claim(long profile, long firstProfile) {

    /** Never given to anybody. */
    public static final Claim NONE = new Claim(0, 0);
}
