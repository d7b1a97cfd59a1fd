package io.serai.identity;

import io.serai.identity.match.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Why two profiles are, or are not, one person.
 *
 * @param left the signature of one that is most like the other's
 * @param right the other signature
 * @param score how alike they are; empty when they say nothing that can be compared
 * @param between what stands between the two profiles
 * @param detail the identifier, value or threshold that it is about; empty for none
 */
public record PairStory(Signature left, Signature right, Optional<Score> score, Between between, String detail) {

    /** What stands between two profiles. */
    public enum Between {
        /** Nothing: they are one. */
        SAME_PROFILE,
        /** A person's word. */
        KEPT_APART,
        /** Together they would have more values of an identifier than one profile may. */
        LIMIT,
        /** They share a value that people share, and what else they say does not agree. */
        DIFFERENT,
        /** Two of their records are enough, but the others speak against it. */
        GUARD,
        /** They are not alike enough. */
        BELOW_THRESHOLD,
        /** They are alike, but no key led from one to the other. */
        NOT_COMPARED,
        /** They share a value, but it is on too many people. */
        TOO_MANY,
        /** They share nothing. */
        NOTHING_SHARED
    }

    /** The story in sentences, personal values included. */
    public List<String> sentences(LongFunction<String> records) {
        List<String> sentences = new ArrayList<>();
        String one = records.apply(left.id());
        String other = records.apply(right.id());
        if (left.id() != right.id()) {
            sentences.add(one + " says " + Explanation.saying(left) + ".");
            sentences.add(other + " says " + Explanation.saying(right) + ".");
        }
        score.ifPresent(alike -> {
            sentences.add("They are one person with a probability of " + Words.percent(alike.probability()) + ": "
                    + Words.evidence(alike) + ".");
            sentences.add(sum(alike));
            if (alike.household() >= .05) {
                sentences.add("With a probability of " + Words.percent(alike.household())
                        + " they are two people of one household.");
            }
        });
        sentences.add(verdict());
        return sentences;
    }

    /** Without where it starts, the evidence would not add up to the probability. */
    private static String sum(Score alike) {
        String household = alike.correction() == 0
                ? ""
                : " and " + Words.bits(alike.correction()) + " for what a household would explain as well";
        return "Together that is " + Words.bits(alike.weight()) + ", with " + Words.bits(alike.prior())
                + " for any two people to begin with" + household + ".";
    }

    private String verdict() {
        return switch (between) {
            case SAME_PROFILE ->
                "They are in one profile; hub profile why of it alone says all that holds it together.";
            case KEPT_APART -> "They stay apart: a person keeps them apart.";
            case LIMIT -> "They stay apart: together they would have more " + detail + " than one profile may.";
            case DIFFERENT ->
                "They share " + detail + ", which people share, and nothing else they say makes them one person.";
            case GUARD ->
                "They stay apart: these two records are enough, but other records of the two profiles speak against it.";
            case BELOW_THRESHOLD -> "They stay apart: from " + detail + " on they would be one person.";
            case NOT_COMPARED ->
                "They were not compared: nothing that both say is rare enough to lead from one to the other."
                        + " hub profile join puts them together.";
            case TOO_MANY -> "They share " + detail + ", but it is on too many people to link anybody.";
            case NOTHING_SHARED -> "They share nothing that could make them one person.";
        };
    }
}
