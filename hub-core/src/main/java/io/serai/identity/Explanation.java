package io.serai.identity;

import io.serai.identity.match.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/**
 * Why a profile is who it is.
 *
 * @param rules by which it was resolved
 * @param members the profile's signatures, in content order
 * @param others signatures that were considered and are somebody else
 * @param links what holds the members together: as few as do
 * @param refusals what a member and another share without being one person
 * @param crowded values of members that are on too many people to link anybody
 * @param alike of the links, those of members that are alike, with what they weigh
 * @param likely pairs of a member and another that may be one person
 */
public record Explanation(
        IdentityRules rules,
        List<Signature> members,
        List<Signature> others,
        List<Link> links,
        List<Refusal> refusals,
        List<Crowded> crowded,
        List<Alike> alike,
        List<Alike> likely) {

    /**
     * A value on too many people.
     *
     * @param signature a member that bears it
     * @param value the value
     * @param people on how many people it is, at least
     */
    public record Crowded(long signature, Identifier value, int people) {}

    /**
     * Two who are alike.
     *
     * @param left a signature's number
     * @param right another's
     * @param score how alike, and why
     */
    public record Alike(long left, long right, Score score) {}

    /**
     * The explanation in sentences, personal values included: what the members say, what joined them, who stayed apart and
     * why.
     *
     * @param records names a signature by its records, such as "crm/contacts 44" or "shop/orders W-1 and 3 more"
     * @param profiles names a signature's profile, such as "P17"
     */
    public List<String> sentences(LongFunction<String> records, LongFunction<String> profiles) {
        return sentences(records, profiles, (left, right) -> "");
    }

    /**
     * As {@link #sentences(LongFunction, LongFunction)}, and since when.
     *
     * @param since says of a link's two ends since when it is there, such as ", since run 12"; empty when nobody knows
     */
    public List<String> sentences(
            LongFunction<String> records, LongFunction<String> profiles, LongBinaryFunction<String> since) {
        List<String> sentences = new ArrayList<>();
        for (Signature member : members) {
            sentences.add(records.apply(member.id()) + " says " + saying(member) + ".");
        }
        for (Link link : links) {
            if (link.isMatch()) {
                continue;
            }
            String pair = records.apply(link.left()) + " and " + records.apply(link.right());
            sentences.add(
                    link.identifier() == null
                            ? "A person joined " + pair + "."
                            : pair + " share " + text(link.identifier()) + agreement(link.identifier())
                                    + since.apply(link.left(), link.right()) + ".");
        }
        addAlike(sentences, records, since);
        Set<Long> ours = members.stream().map(Signature::id).collect(Collectors.toSet());
        Set<String> apart = new HashSet<>();
        for (Refusal refusal : refusals) {
            boolean leftIsMine = ours.contains(refusal.left());
            long mine = leftIsMine ? refusal.left() : refusal.right();
            long other = leftIsMine ? refusal.right() : refusal.left();
            if (apart.add(profiles.apply(other) + ' ' + refusal.identifier())) {
                sentences.add(sentence(refusal, records.apply(mine), records.apply(other), profiles.apply(other)));
            }
        }
        for (Alike pair : likely) {
            boolean leftIsMine = ours.contains(pair.left());
            long other = leftIsMine ? pair.right() : pair.left();
            sentences.add(
                    records.apply(other) + " (" + profiles.apply(other) + ") may be this person with a probability of "
                            + Words.percent(pair.score().probability()) + " and waits for review: "
                            + Words.evidence(pair.score()) + ".");
        }
        for (Crowded value : crowded) {
            int most = rules.rule(value.value().name())
                    .map(IdentifierRule::maxPeople)
                    .orElse(0);
            sentences.add(text(value.value()) + " of " + records.apply(value.signature()) + " links nobody: it is on "
                    + value.people() + " people, and more than " + most + " share no "
                    + value.value().name() + ".");
        }
        return sentences;
    }

    /** Says something of two signatures. */
    @FunctionalInterface
    public interface LongBinaryFunction<T> {
        T apply(long left, long right);
    }

    private void addAlike(List<String> sentences, LongFunction<String> records, LongBinaryFunction<String> since) {
        for (Alike pair : alike) {
            sentences.add(records.apply(pair.left()) + " and " + records.apply(pair.right()) + " are alike: "
                    + Words.evidence(pair.score()) + since.apply(pair.left(), pair.right()) + ".");
        }
        alike.stream()
                .min(Comparator.comparingInt(pair -> pair.score().weight()))
                .ifPresent(weakest -> sentences.add("The weakest link is between " + records.apply(weakest.left())
                        + " and " + records.apply(weakest.right()) + ": they are one person with a probability of "
                        + Words.percent(weakest.score().probability()) + "."));
    }

    static String saying(Signature signature) {
        String identifiers =
                signature.identifiers().stream().map(Explanation::text).collect(Collectors.joining(", "));
        Evidence evidence = signature.evidence();
        StringBuilder saying = new StringBuilder(identifiers.isEmpty() ? "no identifier" : identifiers);
        if (evidence.firstName() != null || evidence.lastName() != null) {
            saying.append(", name ").append(name(evidence));
        }
        if (evidence.birthDate() != null) {
            saying.append(", born ").append(evidence.birthDate());
        }
        return saying.toString();
    }

    private static String name(Evidence evidence) {
        if (evidence.firstName() == null) {
            return evidence.lastName();
        }
        return evidence.lastName() == null ? evidence.firstName() : evidence.firstName() + ' ' + evidence.lastName();
    }

    static String text(Identifier identifier) {
        return identifier.name() + ' ' + identifier.value();
    }

    private String agreement(Identifier identifier) {
        return rules.rule(identifier.name()).filter(IdentifierRule::shared).isPresent()
                ? ", and nothing else they say tells them apart"
                : "";
    }

    private String sentence(Refusal refusal, String mine, String other, String profile) {
        String shared = refusal.identifier() == null
                ? "A person joined " + other + " (" + profile + ") and " + mine + ", but they stay apart: "
                : other + " (" + profile + ") shares " + text(refusal.identifier()) + " with " + mine
                        + " but stays apart: ";
        return shared
                + switch (refusal.why()) {
                    case LIMIT ->
                        "together they would have more than "
                                + rules.rule(refusal.limit())
                                        .map(IdentifierRule::perProfile)
                                        .orElse(0)
                                + " " + refusal.limit() + ", the limit of one profile.";
                    case DIFFERENT ->
                        "people share this " + refusal.identifier().name() + ", and names or birth dates differ.";
                    case UNKNOWN ->
                        "people share this " + refusal.identifier().name()
                                + ", and there is no name or birth date to tell whose it is.";
                    case KEPT_APART -> "a person keeps them apart.";
                };
    }
}
