package io.serai.profile;

import io.serai.profile.Survivorship.Kind;
import io.serai.profile.Survivorship.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses the one value of each trait that a person is known by, whatever the order in which the values are given. Consents
 * ({@code consent.CHANNEL}) have no policy: the strictest answer survives, denied before granted before unknown.
 */
public final class Survivors {

    /**
     * A value that a record brought.
     *
     * @param trait the trait, identifier or {@code consent.CHANNEL}
     * @param value not null
     * @param source the connection it came from
     * @param rank 0 for records that describe a person, 1 for orders and events
     * @param changed when the record last changed, in milliseconds
     * @param record a stable number for ties: the older record wins
     */
    public record Candidate(String trait, Object value, String source, int rank, long changed, long record) {}

    private static final Comparator<Candidate> RECENT = Comparator.comparingInt(Candidate::rank)
            .thenComparing(Comparator.comparingLong(Candidate::changed).reversed())
            .thenComparingLong(Candidate::record)
            .thenComparing(candidate -> String.valueOf(candidate.value()));

    private static final Comparator<Candidate> STRICTEST = Comparator.<Candidate>comparingInt(
                    candidate -> leniency(candidate.value()))
            .thenComparing(RECENT);

    private final Survivorship survivorship;

    public Survivors(Survivorship survivorship) {
        this.survivorship = survivorship;
    }

    /** Changes whenever the policies do. */
    public long version() {
        return survivorship.version();
    }

    /** The surviving values by trait. */
    public Map<String, Object> choose(List<Candidate> candidates) {
        Map<String, List<Candidate>> byTrait = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            byTrait.computeIfAbsent(candidate.trait(), name -> new ArrayList<>(4))
                    .add(candidate);
        }
        Map<String, Object> chosen = new HashMap<>();
        byTrait.forEach((trait, values) -> chosen.put(trait, best(trait, values).value()));
        return chosen;
    }

    /** The candidate whose value survives: where a trait's value came from. */
    public Candidate best(String trait, List<Candidate> values) {
        return values.size() == 1
                ? values.get(0)
                : values.stream().min(order(trait, values)).orElseThrow();
    }

    /** How a trait's value is chosen, in a word or two: {@code most_recent}, {@code source order shop, till}, {@code strictest}. */
    public String policy(String trait) {
        return isConsent(trait) ? "strictest" : survivorship.of(trait).text();
    }

    private Comparator<Candidate> order(String trait, List<Candidate> values) {
        return isConsent(trait) ? STRICTEST : order(survivorship.of(trait), values);
    }

    private static boolean isConsent(String trait) {
        return trait.startsWith("consent.");
    }

    /** An answer that is neither is as good as unknown. */
    private static int leniency(Object answer) {
        return "denied".equals(answer) ? 0 : "granted".equals(answer) ? 1 : 2;
    }

    private static Comparator<Candidate> order(Policy policy, List<Candidate> values) {
        if (policy.kind() == Kind.SOURCE_ORDER) {
            return Comparator.<Candidate>comparingInt(candidate -> place(policy.sources(), candidate.source()))
                    .thenComparing(RECENT);
        }
        if (policy.kind() == Kind.MOST_COMPLETE) {
            return Comparator.<Candidate>comparingInt(
                            candidate -> -String.valueOf(candidate.value()).length())
                    .thenComparing(RECENT);
        }
        if (policy.kind() == Kind.MOST_FREQUENT) {
            Map<Object, Integer> counts = new HashMap<>();
            values.forEach(candidate -> counts.merge(candidate.value(), 1, Integer::sum));
            return Comparator.<Candidate>comparingInt(candidate -> -counts.get(candidate.value()))
                    .thenComparing(RECENT);
        }
        return RECENT;
    }

    private static int place(List<String> sources, String source) {
        int place = sources.indexOf(source);
        return place < 0 ? sources.size() : place;
    }
}
