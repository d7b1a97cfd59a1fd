package io.serai.identity.advice;

import io.serai.identity.IdentifierRule;
import io.serai.identity.compare.Kind;
import java.util.List;

/**
 * What the records suggest for {@code config/identity.yaml}. No personal value is in it, but overloaded ones, masked.
 *
 * @param records how many records were looked at
 * @param profiles how many people they are today
 * @param identifiers strongest first
 * @param compared what to compare, in the usual order
 * @param leftOut fields that look comparable and are as good as empty
 */
public record Advice(
        long records,
        long profiles,
        List<SuggestedIdentifier> identifiers,
        List<SuggestedField> compared,
        List<SuggestedField> leftOut) {

    /**
     * An identifier and what was measured of it.
     *
     * @param rule as proposed
     * @param sources the mappings that bring it
     * @param records how many records say it
     * @param values how many different values
     * @param repeated values on more than one record with a name
     * @param families repeated values on which given names begin differently
     * @param mostProfiles on how many of today's profiles the most widespread value is
     * @param seenPerProfile the most values of one profile, the thousandth part with most of them left aside
     * @param overloaded values on more people than {@code max_people}
     */
    public record SuggestedIdentifier(
            IdentifierRule rule,
            List<String> sources,
            long records,
            long values,
            long repeated,
            long families,
            int mostProfiles,
            int seenPerProfile,
            List<Overloaded> overloaded) {}

    /**
     * A value that is on too many people to be anybody's.
     *
     * @param masked all but its ends, and of an address its domain
     * @param names how many different given names are on it
     */
    public record Overloaded(String masked, int names) {}

    /**
     * A field to compare.
     *
     * @param name of the field
     * @param kind of its values
     * @param usual whether the name alone tells the kind
     * @param filled the part of the records to profile that say it, 0 to 1
     */
    public record SuggestedField(String name, Kind kind, boolean usual, double filled) {}
}
