package io.serai.segment;

import java.util.List;

/**
 * Why a rule holds for a person, or does not.
 *
 * @param rule the rule in words: "lifetime_value at least 500"
 * @param holds the verdict
 * @param because what was found: "lifetime_value is 420.5, needs at least 500"; of a group, how many of its rules hold
 * @param parts the rules inside
 */
public record Explanation(String rule, boolean holds, String because, List<Explanation> parts) {

    public Explanation {
        parts = List.copyOf(parts);
    }

    /** The finding with its verdict: "lifetime_value is 420.5, needs at least 500: no". */
    public String sentence() {
        return because + ": " + (holds ? "yes" : "no");
    }
}
