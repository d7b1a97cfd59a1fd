package io.serai.identity.match;

import java.util.List;

/**
 * How strongly two portraits are the same person, and why.
 *
 * @param weight hundredths of a bit: log2 of the odds, prior included
 * @param probability that the two are the same person, calibrated
 * @param household probability that they are two people of one household
 * @param prior hundredths of a bit that any two have before anything is compared
 * @param contributions of each field that both fill, in the order of the fields
 * @param correction hundredths of a bit that are left of the weight beside prior and contributions: what a household explains
 */
public record Score(
        int weight, double probability, double household, int prior, List<Contribution> contributions, int correction) {

    /**
     * What one field adds.
     *
     * @param field its name
     * @param level what was seen, for people: "same", "one letter apart"
     * @param weight hundredths of a bit for (or, negative, against) the same person
     */
    public record Contribution(String field, String level, int weight) {}
}
