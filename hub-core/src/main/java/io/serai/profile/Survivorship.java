package io.serai.profile;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which value of a trait survives when a person's records disagree: {@code survivorship:} in {@code config/identity.yaml}.
 *
 * @param standard the policy of traits that have none of their own
 * @param byTrait policies by trait or identifier name
 * @param version changes whenever the meaning changes
 */
public record Survivorship(Policy standard, Map<String, Policy> byTrait, long version) {

    /** {@code most_recent} for everything. */
    public static final Survivorship DEFAULT = new Survivorship(new Policy(Kind.MOST_RECENT, List.of()), Map.of(), 0);

    /** How a value is chosen. */
    public enum Kind {
        MOST_RECENT,
        MOST_FREQUENT,
        MOST_COMPLETE,
        SOURCE_ORDER
    }

    /**
     * One policy.
     *
     * @param kind how
     * @param sources for {@code SOURCE_ORDER}: connections, best first; those not named come after all that are, the most
     *     recent value first. Empty otherwise
     */
    public record Policy(Kind kind, List<String> sources) {

        /** As people read it: {@code most_recent}, {@code source order shop, till}. */
        public String text() {
            String word = kind.name().toLowerCase(Locale.ROOT);
            return kind == Kind.SOURCE_ORDER ? word.replace('_', ' ') + " " + String.join(", ", sources) : word;
        }
    }

    /** The policy of a trait. */
    public Policy of(String trait) {
        return byTrait.getOrDefault(trait, standard);
    }
}
