package io.serai.identity;

import io.serai.identity.match.Score;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out what stands between two profiles. */
final class PairExplainer {

    /** More records of one profile than this are not looked at pair by pair. */
    private static final int MOST = 200;

    private final IdentityRules rules;
    private final Likeness likeness;
    private final Surroundings around;
    private final Bonds bonds;
    private final Clustering clustering;
    private final Set<Long> ones;
    private final Set<Long> others;

    /** @param walk over both profiles */
    PairExplainer(
            IdentityRules rules,
            Likeness likeness,
            Surroundings around,
            Walk walk,
            Collection<Long> ones,
            Collection<Long> others) {
        this.rules = rules;
        this.likeness = likeness;
        this.around = around;
        this.ones = Set.copyOf(ones);
        this.others = Set.copyOf(others);
        bonds = walk.bonds(new Masks(rules));
        clustering = Clustering.of(rules, walk.signatures(), bonds, true);
    }

    PairStory story() {
        Best best = best();
        Optional<Score> score = Optional.of(best)
                .filter(Best::comparable)
                .map(pair -> likeness.score(pair.one(), pair.other()))
                .filter(alike -> !alike.contributions().isEmpty());
        Signature left = best.left();
        Signature right = best.right();
        Verdict verdict = ones.equals(others)
                ? new Verdict(PairStory.Between.SAME_PROFILE, "")
                : verdict(left.id(), right.id(), score);
        return new PairStory(left, right, score, verdict.between(), verdict.detail());
    }

    private record Verdict(PairStory.Between between, String detail) {}

    private record Best(Signature left, Signature right, Object one, Object other, int weight) {
        boolean comparable() {
            return one != null;
        }
    }

    /** The two that are most alike; of those that are alike equally, and of those that say nothing, the first. */
    private Best best() {
        List<Signature> left = around.signatures(ones.stream().sorted().toList());
        List<Signature> right = around.signatures(others.stream().sorted().toList());
        Best best = new Best(left.get(0), right.get(right.size() - 1), null, null, Integer.MIN_VALUE);
        if (likeness == null) {
            return best;
        }
        Map<Long, Object> portraits = new HashMap<>();
        for (Signature one : some(left)) {
            for (Signature other : some(right)) {
                if (one.id() == other.id()) {
                    continue;
                }
                Object here = portraits.computeIfAbsent(one.id(), id -> portrait(one));
                Object there = portraits.computeIfAbsent(other.id(), id -> portrait(other));
                int weight = likeness.weight(here, there);
                if (weight > best.weight()) {
                    best = new Best(one, other, here, there, weight);
                }
            }
        }
        return best;
    }

    private static List<Signature> some(List<Signature> signatures) {
        return signatures.stream()
                .filter(signature -> !signature.said().isEmpty())
                .limit(MOST)
                .toList();
    }

    private Object portrait(Signature signature) {
        return likeness.portrait(bonds.evidence().apply(signature.said()));
    }

    private Verdict verdict(long left, long right, Optional<Score> score) {
        if (bonds.decisions().stream()
                .anyMatch(each -> each.kind() == Decision.Kind.SPLIT && isBetween(each.left(), each.right()))) {
            return new Verdict(PairStory.Between.KEPT_APART, "");
        }
        for (Refusal refusal : clustering.refusals()) {
            if (isBetween(refusal.left(), refusal.right())) {
                return refused(refusal);
            }
        }
        for (Doubt doubt : clustering.reviews()) {
            if (isBetween(doubt.left(), doubt.right()) && doubt.why() != Doubt.Why.LIKELY) {
                return doubt.why() == Doubt.Why.LIMIT
                        ? new Verdict(PairStory.Between.LIMIT, doubt.limit())
                        : new Verdict(PairStory.Between.GUARD, "");
            }
        }
        Optional<Identifier> crowded = crowded();
        if (crowded.isPresent() && score.filter(this::isEnough).isEmpty()) {
            return new Verdict(PairStory.Between.TOO_MANY, Explanation.text(crowded.get()));
        }
        if (score.isEmpty()) {
            return new Verdict(PairStory.Between.NOTHING_SHARED, "");
        }
        if (!isEnough(score.get())) {
            double threshold = rules.matching().orElseThrow().mergeAbove();
            return new Verdict(PairStory.Between.BELOW_THRESHOLD, Words.percent(threshold));
        }
        around.findEdges(List.of(left));
        boolean compared = around.edges(left).stream().anyMatch(edge -> edge.other(left) == right);
        return new Verdict(compared ? PairStory.Between.GUARD : PairStory.Between.NOT_COMPARED, "");
    }

    private boolean isEnough(Score score) {
        return score.weight() >= likeness.mergeAt();
    }

    private static Verdict refused(Refusal refusal) {
        return switch (refusal.why()) {
            case LIMIT -> new Verdict(PairStory.Between.LIMIT, refusal.limit());
            case KEPT_APART -> new Verdict(PairStory.Between.KEPT_APART, "");
            case DIFFERENT, UNKNOWN -> new Verdict(PairStory.Between.DIFFERENT, Explanation.text(refusal.identifier()));
        };
    }

    private boolean isBetween(long one, long other) {
        return ones.contains(one) && others.contains(other) || ones.contains(other) && others.contains(one);
    }

    /** A value that both bear and that is on too many people. */
    private Optional<Identifier> crowded() {
        Set<Identifier> values = new LinkedHashSet<>();
        around.signatures(ones).forEach(signature -> values.addAll(signature.identifiers()));
        Set<Identifier> theirs = new HashSet<>();
        around.signatures(others).forEach(signature -> theirs.addAll(signature.identifiers()));
        values.retainAll(theirs);
        return values.stream().filter(around::isOverloaded).sorted().findFirst();
    }
}
