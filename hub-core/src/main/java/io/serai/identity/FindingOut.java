package io.serai.identity;

import io.serai.identity.match.Score;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says of the clusters and their ids what people and destinations need to know. */
final class FindingOut {

    private final Walk walk;
    private final Clustering clustering;
    private final Bonds bonds;
    private final Map<Long, Long> profileOf;
    /** Where signatures, or the records that say them now, were before. */
    private final Map<Long, Long> profileBefore = new HashMap<>();

    private final Map<Long, Signature> signatures = new HashMap<>();

    /** @param profileOf of every clustered signature */
    FindingOut(
            Walk walk,
            Clustering clustering,
            Bonds bonds,
            Map<Long, Long> profileOf,
            List<ProfileIds.Inheritance> inheritances) {
        this.walk = walk;
        this.clustering = clustering;
        this.bonds = bonds;
        this.profileOf = profileOf;
        walk.signatures().forEach(signature -> signatures.put(signature.id(), signature));
        walk.claims().forEach((signature, claim) -> profileBefore.put(signature, claim.profile()));
        inheritances.forEach(each -> {
            if (profileBefore.getOrDefault(each.to(), 1L) == 0) {
                profileBefore.put(each.to(), each.claim().profile());
            }
        });
    }

    Findings findings(List<Merge> merges) {
        Set<Long> looked = new HashSet<>(signatures.keySet());
        looked.addAll(walk.disappeared());
        Map<Long, String> causes = new TreeMap<>();
        if (!merges.isEmpty()) {
            causes.putAll(causes(merges.stream().map(Merge::profile).collect(Collectors.toSet())));
        }
        return new Findings(certainty(), looked, clustering.reviews(), partings(merges), causes);
    }

    private Map<Long, Double> certainty() {
        Map<Long, Double> certainty = new TreeMap<>();
        profileOf.values().forEach(profile -> certainty.put(profile, 1.0));
        for (Link link : clustering.links()) {
            if (link.isMatch()) {
                double probability = bonds.likeness().probability(link.weight());
                certainty.merge(profileOf.get(link.left()), probability, Math::min);
            }
        }
        return certainty;
    }

    private List<Findings.Parting> partings(List<Merge> merges) {
        Map<Long, Long> survivorOf = new HashMap<>();
        merges.forEach(merge -> survivorOf.put(merge.profile(), merge.survivor()));
        Set<Findings.Parting> partings = new TreeSet<>(
                Comparator.comparingLong(Findings.Parting::profile).thenComparingLong(Findings.Parting::other));
        walk.claims().forEach((signature, claim) -> {
            long now = profileOf.get(signature);
            long stayed = survivorOf.getOrDefault(claim.profile(), claim.profile());
            if (claim.profile() != 0 && now != stayed) {
                partings.add(new Findings.Parting(stayed, now));
            }
        });
        return List.copyOf(partings);
    }

    /** Of each profile that went into another, the first link that leads out of it. */
    private Map<Long, String> causes(Set<Long> gone) {
        Map<Long, String> causes = new HashMap<>();
        for (Link link : clustering.links()) {
            long left = profileBefore.get(link.left());
            long right = profileBefore.get(link.right());
            if (left != right) {
                for (long profile : new LinkedHashSet<>(List.of(left, right))) {
                    if (gone.contains(profile)) {
                        causes.computeIfAbsent(profile, key -> cause(link));
                    }
                }
            }
        }
        return causes;
    }

    private String cause(Link link) {
        if (link.identifier() != null) {
            return link.identifier().name();
        }
        return link.isMatch() ? "likeness (" + strongest(link) + ")" : "a person's word";
    }

    /** The fields that say most for it, as many as say most of what is said. */
    private String strongest(Link link) {
        Score score = bonds.likeness().score(portrait(link.left()), portrait(link.right()));
        return score.contributions().stream()
                .filter(each -> each.weight() > 0)
                .sorted(Comparator.comparingInt(Score.Contribution::weight).reversed())
                .limit(2)
                .map(Score.Contribution::field)
                .collect(Collectors.joining(", "));
    }

    private Object portrait(long signature) {
        return bonds.likeness()
                .portrait(bonds.evidence().apply(signatures.get(signature).said()));
    }
}
