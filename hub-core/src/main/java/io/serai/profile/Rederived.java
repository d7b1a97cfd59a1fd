package io.serai.profile;

/**
 * What was derived again because the configuration means something else than before.
 *
 * @param records how many were read again
 * @param people how many have other traits, identifiers or consents now
 * @param merged how many became others'
 * @param split how many came apart
 */
public record Rederived(long records, long people, long merged, long split) {

    /** Everything is as it was. */
    public static final Rederived NOTHING = new Rederived(0, 0, 0, 0);
}
